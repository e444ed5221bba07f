using System.Diagnostics;
using System.Text.Json.Nodes;
using Xunit;

namespace Progress.Tests;

/// <summary><c>sync --watch</c>, stopped as a terminal or a service manager does.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly Crm crm;

    public WatchTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals are reset by Linux' env here");
        crm = new Crm();
        crm.Place.Do("sync");
    }

    public void Dispose() => crm.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void What_is_entered_meanwhile_is_sent_each_pass_is_a_line_and_being_stopped_is_no_failure(string signal)
    {
        using var watch = Start();
        var first = JsonNode.Parse(watch.StandardOutput.ReadLine()!)!;
        crm.Place.Do("add-activity", "--rep", Workplace.Ana, "--kind", "deal_closed");
        var second = JsonNode.Parse(watch.StandardOutput.ReadLine()!)!;
        Signal(watch, signal);

        var run = Cli.End(watch);

        Assert.Equal(("Both", "Push", 0), (first["direction"]!.GetValue<string>(), second["direction"]!.GetValue<string>(), second["pending"]!.GetValue<int>()));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(crm.Shown(Workplace.Ana), crm.Xp(Workplace.Ana));
    }

    [Fact]
    public void What_was_entered_just_before_the_end_is_sent_all_the_same()
    {
        using var watch = Start();
        watch.StandardOutput.ReadLine();
        crm.Place.Do("add-activity", "--rep", Workplace.Ana, "--kind", "deal_closed");
        Signal(watch, "INT");

        Assert.Equal(0, Cli.End(watch).ExitCode);
        Assert.Equal(crm.Shown(Workplace.Ana), crm.Xp(Workplace.Ana));
    }

    /// <summary>Tests that run in the background are born deaf to Ctrl+C; the watch must not be.</summary>
    private Process Start() => Cli.StartAs(crm.Place, "env", "--default-signal=INT,TERM", "sh", "-c", $"exec {Cli.Command} sync --watch --json");

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        kill.WaitForExit();
    }
}
