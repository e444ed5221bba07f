using Progress.Store;
using Xunit;

namespace Progress.Tests;

public sealed class StoreTests : IDisposable
{
    private readonly Workplace place = Workplace.WithReps();

    public StoreTests() => place.Do("import-calls", place.Notes("notes.csv", SeedExample.Rows(Workplace.Ana)));

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_sound_store_passes_every_check()
    {
        var test = place.Do("store", "test", "--json").Json;

        Assert.True(test["passed"]!.GetValue<bool>());
        Assert.Equal(["integrity", "foreign keys", "ledger"], test["checks"]!.AsArray().Select(c => c!["name"]!.GetValue<string>()));
        Assert.Matches("ledger +yes", place.Do("store", "test").Out);
    }

    [Theory]
    [InlineData("store", "test")]
    [InlineData("store", "backup", "copy.db")]
    [InlineData("reps")]
    [InlineData("leaderboard")]
    public void A_store_that_does_not_exist_is_refused_and_not_made(params string[] command)
    {
        var missing = Path.Combine(place.Folder, "typo.db");

        var run = place.Run([.. command, "--store", missing]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"There is no store at {missing}", run.Error);
        Assert.False(File.Exists(missing));
    }

    [Fact]
    public void A_store_whose_sums_differ_from_its_ledger_fails_and_so_does_the_doctor()
    {
        using (var store = place.Open())
        {
            using var command = store.Connection.CreateCommand();
            command.CommandText = "UPDATE rep_day SET own_xp = own_xp + 1";
            command.ExecuteNonQuery();
        }

        var test = place.Run("store", "test", "--json");

        Assert.Equal((2, ""), (test.ExitCode, test.Error));
        Assert.False(test.Json["checks"]![2]!["passed"]!.GetValue<bool>());
        Assert.Equal(2, place.Run("doctor").ExitCode);
    }

    [Fact]
    public void A_backup_restores_the_ledger_into_another_store_under_a_new_device_id()
    {
        var backup = place.Do("store", "backup", "copy.db", "--json").Json;
        using var other = new Workplace();
        var restored = other.Do("store", "restore", place["copy.db"], "--reason", "new laptop", "--json").Json;

        Assert.Equal(place["copy.db"], backup["path"]!.GetValue<string>());
        Assert.Equal(backup["ledgerChecksum"]!.GetValue<string>(), restored["ledgerChecksum"]!.GetValue<string>());
        Assert.Equal(StoreRows.Ledger(place), StoreRows.Ledger(other));
        using var from = place.Open();
        using var into = other.Open();
        Assert.NotEqual(StoreIdentity.Device(from), StoreIdentity.Device(into));
        Assert.Equal("new laptop", AuditLog.Read(into, "store").First().Reason);
    }

    [Fact]
    public void A_restore_that_is_only_tried_verifies_the_backup_and_changes_nothing()
    {
        place.Do("store", "backup", "copy.db");
        using var other = Workplace.WithReps();
        var before = StoreRows.All(other);

        Assert.StartsWith("Would restore ", other.Do("store", "restore", place["copy.db"], "--what-if").Out);
        Assert.Equal(before, StoreRows.All(other));
    }

    [Fact]
    public void A_backup_overwrites_only_by_force()
    {
        place.Do("store", "backup", "copy.db");
        var error = place.Refused(2, "BackupExists", "store", "backup", "copy.db").ErrorJson;

        Assert.EndsWith("overwrite it with --force.", error["message"]!.GetValue<string>());
        place.Do("store", "backup", "copy.db", "--force");
    }

    [Fact]
    public void What_is_no_backup_is_not_restored()
    {
        var before = StoreRows.All(place);

        place.Refused(2, "BackupNotFound", "store", "restore", "none.db");
        place.Refused(2, "BackupDamaged", "store", "restore", place.Write("text.db", new string('x', 5000)));
        Assert.Equal(before, StoreRows.All(place));
    }

    [Fact]
    public void Store_overrides_the_environment()
    {
        place.Do("import-calls", place.Notes("one.csv", $",Call - BUSY | 0:10,2026-09-30,{Workplace.Ana}"), "--store", place["other.db"]);

        Assert.Equal(1, place.Do("reps", "--store", place["other.db"], "--json").Json[0]!["dials"]!.GetValue<int>());
        Assert.NotEqual(1, place.Do("reps", "--json").Json[0]!["dials"]!.GetValue<int>());
    }
}
