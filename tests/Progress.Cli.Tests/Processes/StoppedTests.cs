using System.Diagnostics;
using Xunit;

namespace Progress.Tests;

/// <summary>Ctrl+C and SIGTERM, sent while an import reads a pipe that never ends.</summary>
public sealed class StoppedTests : IDisposable
{
    /// <summary>Written long after an import that hears the signal is gone.</summary>
    private const int MostRows = 2_000_000;

    private readonly Workplace place = Workplace.WithReps();

    public StoppedTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals are reset by Linux' env here");
        Run("mkfifo", place["pipe"]);
    }

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void An_import_in_the_midst_of_its_rows_stops_and_takes_everything_back(string signal, int exitCode)
    {
        var before = StoreRows.All(place);
        var import = Start();

        var run = Feed(import, rows: 20_000, signal, goOn: true);

        AssertStopped(run, exitCode, before);
    }

    [Fact]
    public void An_import_that_waits_for_its_input_stops_all_the_same()
    {
        var before = StoreRows.All(place);
        var import = Start();

        var run = Feed(import, rows: 2_000, "INT", goOn: false);

        AssertStopped(run, 130, before);
    }

    /// <summary>Tests that run in the background are born deaf to Ctrl+C; the import must not be.</summary>
    private Process Start() =>
        Cli.StartAs(place, "env", "--default-signal=INT,TERM", "sh", "-c", $"exec {Cli.Command} import-calls pipe --json");

    private void AssertStopped(CliRun run, int exitCode, string before)
    {
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Out));
        Assert.Equal(("Stopped", "Stopped"), (run.ErrorJson["id"]!.GetValue<string>(), run.ErrorJson["kind"]!.GetValue<string>()));
        Assert.Equal(before, StoreRows.All(place));
        place.Do("store", "test");
    }

    /// <summary>Writes rows, sends the signal, and writes on until the reader is gone, or waits with it.</summary>
    private CliRun Feed(Process import, int rows, string signal, bool goOn)
    {
        // Opens once the import has opened the other end.
        using var pipe = new FileStream(place["pipe"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 1);
        try
        {
            pipe.Write("title,createdAt,workspaceMemberId\n"u8);
            for (var row = 0; row < MostRows; row++)
            {
                if (row == rows) Run("kill", $"-{signal}", import.Id.ToString());
                if (row >= rows && !goOn) break;
                pipe.Write("Call - BUSY | 0:10,2026-09-30T14:00:00Z,11111111-1111-4111-8111-111111111111\n"u8);
            }
        }
        catch (IOException)
        {
            // The reader is gone.
            return Cli.End(import);
        }

        if (goOn) import.Kill();
        return Cli.End(import);
    }

    private static void Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
