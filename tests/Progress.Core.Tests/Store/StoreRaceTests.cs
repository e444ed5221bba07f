using Dapper;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Store;

public sealed class StoreRaceTests
{
    [Fact]
    public void Eight_that_make_a_new_store_at_once_all_succeed_and_agree()
    {
        for (var round = 0; round < Runs.Of(8, 200); round++)
        {
            using var folder = new StoreFolder();
            var devices = new Guid[8];
            Race.Run(8, i =>
            {
                using var store = folder.Open();
                devices[i] = StoreIdentity.Device(store);
            });
            Assert.Single(devices.Distinct());
            using var store = folder.Open();
            Assert.Equal(1, store.Connection.ExecuteScalar<long>("SELECT count(*) FROM rule_set"));
            Assert.True(StoreCheck.Test(store).Passed);
            Assert.DoesNotContain(folder.Files, f => f.EndsWith(".bak", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Eight_that_make_a_store_and_write_at_once_lose_nothing()
    {
        for (var round = 0; round < Runs.Of(3, 100); round++)
        {
            using var folder = new StoreFolder();
            Race.Run(8, i =>
            {
                using var store = folder.Open();
                RepDirectory.Add(store, new NewRep(TestStore.Id($"rep {i}"), $"Rep {i}"));
            });
            using var store = folder.Open();
            Assert.Equal(8, RepDirectory.List(store).Count);
        }
    }

    [Fact]
    public void Eight_writers_of_many_activities_each_lose_nothing()
    {
        var each = Runs.Of(50, 1_000);
        using var folder = new StoreFolder();
        using (var store = folder.Open()) RepDirectory.Add(store, new NewRep(TestStore.Id("Ana"), "Ana"));
        Race.Run(8, i =>
        {
            using var store = folder.Open();
            for (var n = 0; n < each; n++)
                Assert.Null(Assert.Single(RepActivities.Add(store, [new NewActivity("Ana", "email_sent", IsoTime.Parse("2026-09-30"), Id: $"{i}-{n}")])).Error);
        });
        using var all = folder.Open();
        Assert.Equal(8 * each, RepActivities.List(all).Count);
        Assert.Equal(80 * each, RepLedger.Read(all).Where(f => f.Source == "email_sent").Sum(f => f.Xp));
        Assert.Equal(8 * each, AuditLog.Read(all, "activity").Count());
        Assert.True(StoreCheck.Test(all).Passed);
    }
}
