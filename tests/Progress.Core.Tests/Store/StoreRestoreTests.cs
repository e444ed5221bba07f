using Dapper;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Store;

public sealed class StoreRestoreTests : IDisposable
{
    private readonly StoreFolder folder = new();
    private readonly StoreFolder other = new();
    private readonly ProgressStore store;

    public StoreRestoreTests()
    {
        folder.MakeLived();
        store = folder.Open();
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
        other.Dispose();
    }

    private string Copy => folder.Path("copy.db");

    [Fact]
    public void What_was_backed_up_comes_back()
    {
        var backup = StoreBackup.Backup(store, Copy);
        RepDirectory.Add(store, new NewRep(TestStore.Id("late"), "Late"));
        var result = StoreBackup.Restore(store, Copy);
        Assert.Equal((folder.Location.Path, Copy, backup.LedgerChecksum), (result.Path, result.Source, result.LedgerChecksum));
        Assert.Equal(backup.LedgerChecksum, LedgerChecksum.Of(store.Connection));
        Assert.DoesNotContain(RepDirectory.List(store), r => r.Name == "Late");
        Assert.True(StoreCheck.Test(store).Passed);
        Assert.Equal("wal", store.Connection.ExecuteScalar<string>("PRAGMA journal_mode"));
        Assert.DoesNotContain(folder.Files, f => f.Contains("restore") || f.Contains("bak"));
    }

    [Fact]
    public void A_restored_store_is_another_device_and_says_where_it_came_from()
    {
        var device = StoreIdentity.Device(store);
        var backup = StoreBackup.Backup(store, Copy);
        StoreBackup.Restore(store, Copy);
        Assert.NotEqual(device, StoreIdentity.Device(store));
        var entry = AuditLog.Read(store, "store").Single();
        Assert.Equal((folder.Location.Path, "tester"), (entry.Key, entry.Who));
        Assert.Contains(Path.GetFileName(Copy), entry.New);
        Assert.Contains(backup.LedgerChecksum, entry.New);
    }

    [Fact]
    public void Others_who_have_the_store_open_see_what_came_back()
    {
        StoreBackup.Backup(store, Copy);
        RepDirectory.Add(store, new NewRep(TestStore.Id("late"), "Late"));
        using var colleague = folder.Open();
        Assert.Contains(RepDirectory.List(colleague), r => r.Name == "Late");
        StoreBackup.Restore(store, Copy);
        Assert.DoesNotContain(RepDirectory.List(colleague), r => r.Name == "Late");
        RepDirectory.Add(colleague, new NewRep(TestStore.Id("after"), "After"));
        Assert.Contains(RepDirectory.List(store), r => r.Name == "After");
    }

    [Fact]
    public void A_store_can_come_back_into_an_empty_one()
    {
        var backup = StoreBackup.Backup(store, Copy);
        using var empty = other.Open();
        Assert.Equal(backup.LedgerChecksum, StoreBackup.Restore(empty, Copy).LedgerChecksum);
        Assert.Equal(RepProgressions.Get(store).Select(p => p.TotalXp), RepProgressions.Get(empty).Select(p => p.TotalXp));
    }

    [Fact]
    public void A_trial_verifies_and_leaves_the_store_as_it_is()
    {
        StoreBackup.Backup(store, Copy);
        var before = StoreText.Of(store);
        StoreBackup.Restore(store, Copy, dryRun: true);
        Assert.Equal(before, StoreText.Of(store));
    }

    [Fact]
    public void A_backup_of_an_older_version_is_brought_up_to_date()
    {
        var device = other.MakeVersion1();
        StoreBackup.Restore(store, other.Location.Path);
        Assert.Equal(Migrations.Current, store.Connection.Pragma("user_version"));
        Assert.NotEqual(device, StoreIdentity.Device(store));
        Assert.Empty(RepDirectory.List(store));
        Assert.True(StoreCheck.Test(store).Passed);
        Assert.DoesNotContain(folder.Files, f => f.Contains("restore") || f.Contains("bak"));
        using var connection = other.Raw();
        Assert.Equal(1, connection.Pragma("user_version"));
    }

    [Fact]
    public void A_missing_backup_is_named() =>
        Assert.Contains(folder.Path("none.db"), Unchanged(folder.Path("none.db"), "BackupNotFound", ErrorKind.NotFound).Message);

    [Fact]
    public void A_damaged_backup_is_refused()
    {
        StoreBackup.Backup(store, Copy);
        Damage.Table(Copy, "call_rep_day");
        Assert.Contains(Copy, Unchanged(Copy, "BackupDamaged", ErrorKind.Store).Message);
    }

    [Fact]
    public void A_backup_that_is_cut_off_is_refused()
    {
        StoreBackup.Backup(store, Copy);
        using (var file = new FileStream(Copy, FileMode.Open)) file.SetLength(file.Length / 2);
        Unchanged(Copy, "BackupDamaged", ErrorKind.Store);
    }

    [Theory]
    [InlineData("")]
    [InlineData("some text that is long enough to be looked at, and is no store at all")]
    public void A_file_that_is_no_store_is_refused(string text) =>
        Unchanged(folder.Write("text.db", text), "BackupDamaged", ErrorKind.Store);

    [Fact]
    public void Another_programs_file_is_refused()
    {
        folder.Sql("CREATE TABLE contacts (name TEXT)", "contacts.db");
        Assert.Contains("not a Progress store", Unchanged(folder.Path("contacts.db"), "BackupDamaged", ErrorKind.Store).Message);
    }

    [Fact]
    public void A_backup_of_a_newer_version_is_refused()
    {
        StoreBackup.Backup(store, Copy);
        folder.Sql($"PRAGMA user_version = {Migrations.Current + 1}", "copy.db");
        Unchanged(Copy, "StoreNewer", ErrorKind.Store);
    }

    [Fact]
    public void A_backup_waits_for_one_who_writes_no_longer_than_its_limit()
    {
        StoreBackup.Backup(store, Copy);
        using var writer = folder.Open();
        using var hasty = folder.Open(folder.Options with { BusyLimit = TimeSpan.Zero });
        var before = StoreText.Of(store);
        writer.Change(_ => StoreFolder.Refused(() => StoreBackup.Restore(hasty, Copy), "StoreBusy", ErrorKind.Busy));
        Assert.Equal(before, StoreText.Of(store));
    }

    private ProgressException Unchanged(string path, string id, ErrorKind kind)
    {
        var before = StoreText.Of(store);
        var error = StoreFolder.Refused(() => StoreBackup.Restore(store, path), id, kind);
        Assert.Equal(before, StoreText.Of(store));
        return error;
    }
}
