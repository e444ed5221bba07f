using System.Diagnostics;
using Progress.Reps;
using Xunit;

namespace Progress.Tests.Import;

public sealed class ImportPipeTests : IDisposable
{
    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Notes_can_come_through_a_named_pipe(bool json)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No named pipes in folders.");
        var pipe = test.Path("pipe");
        Process.Start("mkfifo", [pipe]).WaitForExit();
        var notes = Notes.Many(5_000).ToList();
        var writing = Task.Run(() => File.WriteAllText(pipe, json ? Notes.Array(notes) : Notes.Csv(notes)), TestContext.Current.CancellationToken);
        var reports = new List<ProgressReport>();
        var summary = CallImport.FromFile(test.Store, pipe, new ImportOptions { Report = reports.Add });
        await writing;
        Assert.Equal(5_000, summary.Read);
        Assert.All(reports, r => Assert.Null(r.Total));
        test.AssertSound();
    }
}
