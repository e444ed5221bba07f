using Progress.Reps;
using Xunit;

namespace Progress.Tests.Import;

public sealed class ImportCancelTests : IDisposable
{
    private readonly TestStore test = new();
    private readonly string path;
    private readonly string before;

    public ImportCancelTests()
    {
        path = test.Write("calls", Notes.Csv(Notes.Many(30_000)));
        before = StoreText.Of(test.Store);
    }

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(30)]
    public void A_cancelled_import_leaves_nothing_and_nobody_behind(int batch)
    {
        using var cancel = new CancellationTokenSource();
        var reports = 0;
        var options = new ImportOptions
        {
            Report = _ =>
            {
                if (++reports == batch) cancel.Cancel();
            },
        };
        Assert.ThrowsAny<OperationCanceledException>(() => CallImport.FromFile(test.Store, path, options, cancel.Token));
        Assert.Equal(batch, reports);
        AssertUntouched();
    }

    [Fact]
    public void An_import_that_is_cancelled_before_it_begins_does_not_begin()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => CallImport.FromFile(test.Store, path, new ImportOptions(), new CancellationToken(canceled: true)));
        AssertUntouched();
    }

    [Fact]
    public void An_import_whose_reporting_fails_leaves_nothing_and_nobody_behind()
    {
        var options = new ImportOptions { Report = _ => throw new IOException("The console is gone.") };
        Assert.Throws<IOException>(() => CallImport.FromFile(test.Store, path, options));
        AssertUntouched();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(29_000)]
    public void An_import_that_is_refused_leaves_nobody_behind(int row)
    {
        var lines = File.ReadAllLines(path);
        lines[row] = "no-uuid,Call,2026-09-01,";
        File.WriteAllLines(path, lines);
        Assert.Throws<ProgressException>(() => CallImport.FromFile(test.Store, path, new ImportOptions()));
        AssertUntouched();
    }

    [Fact]
    public void After_a_cancelled_import_the_same_file_imports()
    {
        using (var cancel = new CancellationTokenSource())
            Assert.ThrowsAny<OperationCanceledException>(() =>
                CallImport.FromFile(test.Store, path, new ImportOptions { Report = _ => cancel.Cancel() }, cancel.Token));
        Assert.Equal(30_000, CallImport.FromFile(test.Store, path, new ImportOptions()).Read);
        test.AssertSound();
    }

    [Fact]
    public void Progress_is_told_in_bytes_and_never_goes_back()
    {
        var reports = new List<ProgressReport>();
        CallImport.FromFile(test.Store, path, new ImportOptions { Report = reports.Add });
        Assert.All(reports, r => Assert.Equal(("bytes", new FileInfo(path).Length), (r.Unit, r.Total)));
        Assert.Equal(reports.Select(r => r.Done).Order(), reports.Select(r => r.Done));
        Assert.Equal(new FileInfo(path).Length, reports[^1].Done);
    }

    [Fact]
    public void A_pipeline_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var notes = Notes.Many(10_000).Select((note, i) =>
        {
            if (i == 5_000) cancel.Cancel();
            return note;
        });
        Assert.ThrowsAny<OperationCanceledException>(() => CallImport.FromNotes(test.Store, notes, new ImportOptions(), cancel.Token));
        Assert.Equal(before, StoreText.Of(test.Store));
    }

    private void AssertUntouched()
    {
        Assert.Equal(before, StoreText.Of(test.Store));
        if (OperatingSystem.IsLinux())
            Assert.DoesNotContain(path, Directory.GetFiles("/proc/self/fd").Select(fd => new FileInfo(fd).LinkTarget));
        // Nobody else may have it open, not even to read.
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) { }
        File.Delete(path);
    }
}
