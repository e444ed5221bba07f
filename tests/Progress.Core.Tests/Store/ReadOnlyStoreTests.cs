using System.Diagnostics;
using System.Runtime.Versioning;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Store;

/// <summary>What may not be written. File modes do not bind root, so under root the tests run again as nobody.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReadOnlyStoreTests
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    [Fact]
    public void All_holds_for_an_ordinary_user_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess, "The other tests ran as an ordinary user already.");
        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "There is no setpriv to become an ordinary user with.");
        var assembly = typeof(ReadOnlyStoreTests).Assembly.Location;
        using var look = AsNobody("/usr/bin/test", "-r", assembly);
        look.WaitForExit();
        Assert.SkipUnless(look.ExitCode == 0, "The tests' folder is closed to ordinary users.");

        // The test runner is the program itself, or dotnet with the assembly as its first argument.
        var runner = Environment.ProcessPath!;
        string[] program = Path.GetFileNameWithoutExtension(runner) == "dotnet" ? [runner, assembly] : [runner];
        using var child = AsNobody([.. program, "-class", typeof(ReadOnlyStoreTests).FullName!, "-noColor"]);
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0, output);
        Assert.Contains("Failed: 0", output);
    }

    private static Process AsNobody(params IEnumerable<string> command) =>
        Process.Start(new ProcessStartInfo("/usr/bin/setpriv", ["--reuid=65534", "--clear-groups", .. command])
        {
            RedirectStandardOutput = true,
            Environment = { ["HOME"] = Path.GetTempPath() },
        })!;

    [Fact]
    public void A_store_that_may_not_be_written_can_be_read()
    {
        using var folder = Locked();
        using var store = folder.Open();
        Assert.False(store.CanWrite);
        Assert.Equal(3, RepProgressions.Get(store).Count);
        Assert.True(StoreCheck.Test(store).Passed);
    }

    [Fact]
    public void A_change_of_a_store_that_may_not_be_written_is_refused()
    {
        using var folder = Locked();
        using var store = folder.Open();
        var error = StoreFolder.Refused(() => RepDirectory.Add(store, new NewRep(Guid.NewGuid(), "Ana")), "StoreReadOnly", ErrorKind.Store);
        Assert.Contains(folder.Location.Path, error.Message);
        Assert.Contains("read-only", error.Message);
        StoreFolder.Refused(
            () => CallImport.FromFile(store, folder.Write("calls.csv", "title,createdAt\n"), new ImportOptions()), "StoreReadOnly", ErrorKind.Store);
    }

    [Fact]
    public void A_store_that_may_not_be_written_can_be_backed_up_but_not_restored()
    {
        using var folder = Locked();
        using var store = folder.Open();
        StoreBackup.Backup(store, folder.Path("copy.db"));
        StoreFolder.Refused(() => StoreBackup.Restore(store, folder.Path("copy.db")), "StoreReadOnly", ErrorKind.Store);
    }

    [Fact]
    public void An_older_store_that_may_not_be_written_is_refused()
    {
        using var folder = new StoreFolder();
        folder.MakeVersion1();
        Lock(folder);
        var error = StoreFolder.Refused(() => folder.Open(), "StoreReadOnly", ErrorKind.Store);
        Assert.Contains("version 1", error.Message);
        Assert.DoesNotContain(folder.Files, f => f.EndsWith(".bak", StringComparison.Ordinal));
    }

    [Fact]
    public void A_store_in_a_folder_that_may_not_be_written_cannot_be_opened_and_the_message_says_why()
    {
        using var folder = Locked();
        var path = Path.GetDirectoryName(folder.Location.Path)!;
        var mode = File.GetUnixFileMode(path);
        File.SetUnixFileMode(path, Readable | UnixFileMode.UserExecute);
        try
        {
            var error = StoreFolder.Refused(() => folder.Open(), "StoreReadOnly", ErrorKind.Store);
            Assert.Contains("the file or its folder is read-only", error.Message);
        }
        finally
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    [Fact]
    public void A_store_cannot_be_made_in_a_folder_that_may_not_be_written()
    {
        SkipWhereModesDoNotBind();
        using var folder = new StoreFolder();
        var path = Directory.CreateDirectory(folder.Path("locked"), Readable | UnixFileMode.UserExecute).FullName;
        var error = StoreFolder.Refused(
            () => ProgressStore.Open(new StoreLocation(Path.Combine(path, "progress.db")), folder.Options), "StoreUnavailable", ErrorKind.Store);
        Assert.Contains(path, error.Message);
    }

    private static StoreFolder Locked()
    {
        SkipWhereModesDoNotBind();
        var folder = new StoreFolder();
        folder.MakeLived();
        Lock(folder);
        return folder;
    }

    private static void Lock(StoreFolder folder)
    {
        SkipWhereModesDoNotBind();
        File.SetUnixFileMode(folder.Location.Path, Readable);
    }

    private static void SkipWhereModesDoNotBind() =>
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "File modes do not bind here.");
}
