using System.Text;
using Progress.Csv;
using Progress.Files;
using Xunit;

namespace Progress.Tests.Csv;

public sealed class OutputFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("progress-out-").FullName;

    private string Target => Path.Combine(_folder, "report.md");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_written_whole()
    {
        OutputFile.Write(Target, new UTF8Encoding(false), writer => writer.Write("é"));
        Assert.Equal("é"u8.ToArray(), File.ReadAllBytes(Target));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_shorter_file_leaves_nothing_of_the_old_one_also_in_shared_memory()
    {
        var folder = Directory.Exists("/dev/shm") ? Directory.CreateDirectory($"/dev/shm/progress-out-{Guid.NewGuid()}").FullName : _folder;
        var path = Path.Combine(folder, "settings.json");
        File.WriteAllText(path, "something long");
        OutputFile.Write(path, stream => stream.Write("short"u8));
        Assert.Equal("short", File.ReadAllText(path));
        if (folder != _folder) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(Target, "old");
        Assert.Throws<OperationCanceledException>(() => OutputFile.Write(Target, stream =>
        {
            stream.Write("half"u8);
            throw new OperationCanceledException();
        }));
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Nothing_appears_under_the_name_before_it_is_committed()
    {
        using (var file = OutputFile.Create(Target))
        {
            file.Write("x"u8);
            Assert.False(File.Exists(Target));
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_folder_cannot_be_written() => Refused(_folder, "it is a folder");

    [Fact]
    public void A_missing_folder_is_named() => Refused(Path.Combine(_folder, "none", "a.md"), "there is no folder");

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public void A_full_disk_is_reported(int size)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        var error = Assert.Throws<ProgressException>(() => OutputFile.Write("/dev/full", stream => stream.Write(new byte[size])));
        Assert.Equal(("OutputFailed", ErrorKind.File, (object)"/dev/full"), (error.Id, error.Kind, error.Target));
        Assert.Contains("No space left", error.Message);
    }

    [Fact]
    public void A_device_is_written_directly()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "needs /dev/null");
        OutputFile.Write("/dev/null", stream => stream.Write("x"u8));
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public void A_replaced_file_keeps_its_permissions_and_links()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs Unix permissions");
        if (OperatingSystem.IsWindows()) return;
        File.WriteAllText(Target, "old");
        File.SetUnixFileMode(Target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var link = Path.Combine(_folder, "link.md");
        File.CreateSymbolicLink(link, Target);
        OutputFile.Write(link, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Target));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    private static void Refused(string path, string reason)
    {
        var error = Assert.Throws<ProgressException>(() => OutputFile.Write(path, _ => { }));
        Assert.Equal("OutputFailed", error.Id);
        Assert.Contains(reason, error.Message);
    }
}
