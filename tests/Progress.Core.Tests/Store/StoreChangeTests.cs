using Dapper;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Store;

public sealed class StoreChangeTests : IDisposable
{
    private readonly TestStore test = new();
    private readonly string before;

    public StoreChangeTests()
    {
        test.Rep("Ana").Call("Ana", "2026-09-01T10:00:00Z").Import();
        before = StoreText.Of(test.Store);
    }

    public void Dispose() => test.Dispose();

    [Fact]
    public void A_change_that_throws_leaves_nothing_of_itself()
    {
        Assert.Throws<InvalidCastException>(() => test.Store.Change<int>(change =>
        {
            Everything(change);
            throw new InvalidCastException();
        }));
        Assert.Equal(before, StoreText.Of(test.Store));
    }

    [Fact]
    public void After_a_change_that_threw_the_store_is_as_usable_as_before()
    {
        Assert.Throws<InvalidCastException>(() => test.Store.Change<int>(_ => throw new InvalidCastException()));
        test.Rep("Ben");
        Assert.Equal(["Ana", "Ben"], RepDirectory.List(test.Store).Select(r => r.Name));
    }

    [Fact]
    public void A_trial_gives_its_result_and_leaves_nothing()
    {
        Assert.True(test.Store.Change(Everything, dryRun: true) > 0);
        Assert.Equal(before, StoreText.Of(test.Store));
    }

    [Fact]
    public void A_trial_does_not_touch_the_file()
    {
        test.Store.Connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var (file, log) = (Bytes(""), Bytes("-wal"));
        test.Store.Change(Everything, dryRun: true);
        Assert.Equal(file, Bytes(""));
        Assert.Equal(log, Bytes("-wal"));
    }

    [Fact]
    public void A_change_that_turns_out_to_be_none_leaves_nothing()
    {
        Assert.Equal(5, test.Store.Change(change =>
        {
            Everything(change);
            change.TakeBack();
            return 5;
        }));
        Assert.Equal(before, StoreText.Of(test.Store));
    }

    [Fact]
    public void What_breaks_a_reference_is_refused()
    {
        var error = Assert.Throws<ProgressException>(() => test.Store.Change(change => change.Connection.Execute(
            "INSERT INTO rep_zone (rep, from_day, zone) VALUES (999, 0, 'UTC')")));
        Assert.Equal(ErrorKind.Store, error.Kind);
        Assert.Equal(before, StoreText.Of(test.Store));
    }

    private byte[] Bytes(string suffix)
    {
        using var file = new FileStream(test.Path("progress.db" + suffix), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var memory = new MemoryStream();
        file.CopyTo(memory);
        return memory.ToArray();
    }

    private static long Everything(StoreChange change)
    {
        change.Connection.Execute("INSERT INTO meta (name, value) VALUES ('trial', '')");
        change.Outbox("rep", "trial");
        return change.Audit("rep", "trial", null, new { Name = "trial" });
    }
}
