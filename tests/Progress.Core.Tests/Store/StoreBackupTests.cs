using Dapper;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Store;

public sealed class StoreBackupTests : IDisposable
{
    private readonly StoreFolder folder = new();
    private readonly ProgressStore store;

    public StoreBackupTests()
    {
        folder.MakeLived();
        store = folder.Open();
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    private string Copy => folder.Path("copy.db");

    [Fact]
    public void A_backup_holds_all_that_the_store_holds_in_one_file()
    {
        var result = StoreBackup.Backup(store, Copy);
        Assert.Equal((Copy, folder.Location.Path, new FileInfo(Copy).Length), (result.Path, result.Source, result.Bytes));
        Assert.DoesNotContain(folder.Files, f => f.StartsWith("copy.db", StringComparison.Ordinal) && f != "copy.db");
        using var copy = ProgressStore.Open(new StoreLocation(Copy), folder.Options);
        Assert.Equal(StoreText.Of(store), StoreText.Of(copy));
        Assert.Equal(result.LedgerChecksum, LedgerChecksum.Of(store.Connection));
        Assert.True(StoreCheck.Test(copy).Passed);
    }

    [Fact]
    public void A_backup_is_made_while_another_writes_and_holds_what_was_there_before()
    {
        var before = StoreText.Of(store);
        using var writer = folder.Open();
        writer.Change(change =>
        {
            change.Connection.Execute("INSERT INTO meta (name, value) VALUES ('late', '')");
            StoreBackup.Backup(store, Copy);
            return 0;
        });
        using var copy = ProgressStore.Open(new StoreLocation(Copy), folder.Options);
        Assert.Equal(before, StoreText.Of(copy));
    }

    [Fact]
    public void An_existing_file_is_replaced_only_on_request()
    {
        File.WriteAllText(Copy, "precious");
        StoreFolder.Refused(() => StoreBackup.Backup(store, Copy), "BackupExists", ErrorKind.Conflict);
        Assert.Equal("precious", File.ReadAllText(Copy));
        StoreBackup.Backup(store, Copy, overwrite: true);
        Assert.True(new FileInfo(Copy).Length > 1000);
    }

    [Fact]
    public void The_store_is_never_replaced_by_its_backup()
    {
        StoreFolder.Refused(() => StoreBackup.Backup(store, folder.Location.Path, overwrite: true), "BackupOverStore", ErrorKind.Usage);
        Assert.True(StoreCheck.Test(store).Passed);
    }

    [Fact]
    public void A_store_that_others_use_is_never_replaced_by_a_backup()
    {
        using var other = new StoreFolder();
        using var used = other.Open();
        StoreFolder.Refused(() => StoreBackup.Backup(store, other.Location.Path, overwrite: true), "BackupOverStore", ErrorKind.Usage);
        Assert.True(StoreCheck.Test(used).Passed);
    }

    [Fact]
    public void A_backup_needs_a_folder_that_exists()
    {
        var error = StoreFolder.Refused(() => StoreBackup.Backup(store, folder.Path("none/copy.db")), "OutputFailed", ErrorKind.File);
        Assert.Contains(folder.Path("none/copy.db"), error.Message);
        StoreFolder.Refused(() => StoreBackup.Backup(store, Path.GetDirectoryName(Copy)!, overwrite: true), "OutputFailed", ErrorKind.File);
    }

    [Fact]
    public void A_damaged_store_is_not_backed_up_and_an_older_backup_stays()
    {
        File.WriteAllText(Copy, "precious");
        Damage.Index(folder.Location.Path);
        using var damaged = folder.Open();
        var error = StoreFolder.Refused(() => StoreBackup.Backup(damaged, Copy, overwrite: true), "StoreCorrupt", ErrorKind.Store);
        Assert.Contains(folder.Location.Path, error.Message);
        Assert.Equal("precious", File.ReadAllText(Copy));
        Assert.DoesNotContain(folder.Files, f => f.Contains("partial"));
    }
}
