using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Store;

public sealed class StoreMigrationTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Backup => folder.Path("progress.db.v1.bak");

    [Fact]
    public void An_older_store_is_backed_up_and_brought_up_to_date()
    {
        var device = folder.MakeVersion1();
        using var store = folder.Open();
        Assert.Equal(Migrations.Current, store.Connection.Pragma("user_version"));
        Assert.Equal(device, StoreIdentity.Device(store));
        Assert.True(StoreCheck.Test(store).Passed);
        AssertBackup(device);
        Assert.DoesNotContain(folder.Files, f => f.Contains("partial"));
    }

    [Fact]
    public void A_new_store_leaves_no_backup()
    {
        folder.Open().Dispose();
        Assert.Equal(["progress.db"], folder.Files);
    }

    [Fact]
    public void A_store_that_is_up_to_date_is_not_backed_up_again()
    {
        folder.MakeVersion1();
        folder.Open().Dispose();
        File.Delete(Backup);
        folder.Open().Dispose();
        Assert.Equal(["progress.db"], folder.Files);
    }

    [Fact]
    public void A_step_that_fails_leaves_the_old_version_and_its_content()
    {
        var device = folder.MakeVersion1();
        // The second step makes tables; the last of them is in the way.
        folder.Sql("CREATE TABLE rep_day (hindrance TEXT)");
        StoreFolder.Refused(() => folder.Open(), "StoreFailed", ErrorKind.Store);
        using var connection = folder.Raw();
        Assert.Equal(1, connection.Pragma("user_version"));
        Assert.Equal(
            ["audit", "meta", "outbox", "rep_day", "rule_set"],
            connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
        AssertBackup(device);
    }

    [Fact]
    public void Eight_that_open_an_older_store_at_once_all_succeed_and_the_backup_is_the_old_one()
    {
        for (var round = 0; round < Runs.Of(3, 50); round++)
        {
            using var folder = new StoreFolder();
            var device = folder.MakeVersion1();
            Race.Run(8, _ => folder.Open().Dispose());
            using var store = folder.Open();
            Assert.Equal(device, StoreIdentity.Device(store));
            using var backup = folder.Raw("progress.db.v1.bak");
            Assert.Equal(1, backup.Pragma("user_version"));
        }
    }

    private void AssertBackup(Guid device)
    {
        using var connection = ProgressStore.Connect(Backup, SqliteOpenMode.ReadOnly);
        Assert.Equal(1, connection.Pragma("user_version"));
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        Assert.Equal(device.ToString(), connection.ExecuteScalar<string>("SELECT value FROM meta WHERE name = 'device'"));
    }
}
