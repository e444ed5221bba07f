using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Progress.Tests;

/// <summary>What a run of progressctl left behind.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    /// <summary>Standard output as JSON; fails where it is anything else.</summary>
    public JsonNode Json => JsonNode.Parse(Out)!;

    /// <summary>Standard error as the one error object that <c>--json</c> promises.</summary>
    public JsonNode ErrorJson => JsonNode.Parse(Error)!;
}

/// <summary>Runs the built progressctl as a process, as cron would.</summary>
internal static class Cli
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "progressctl.dll");

    /// <summary>How to run the program itself, for shells that do so.</summary>
    public static string Command { get; } = $"'{DotNet}' exec '{Program}'";

    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static Process Start(Workplace place, params IEnumerable<string> arguments) =>
        StartAs(place, DotNet, ["exec", Program, .. arguments]);

    /// <summary>Starts another program that runs progressctl, with its environment.</summary>
    public static Process StartAs(Workplace place, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = place.Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var variable in new[] { "DOTNET_CLI_HOME", "HOME", "XDG_DATA_HOME" }) start.Environment[variable] = place.Folder;
        start.Environment["PROGRESS_STORE"] = place.Store;
        foreach (var (name, value) in place.Variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end and takes what was printed.</summary>
    public static CliRun End(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(Limit))
            {
                process.Kill();
                throw new TimeoutException($"progressctl did not end: {process.StartInfo.Arguments}");
            }

            return new CliRun(process.ExitCode, output.Result, error.Result);
        }
    }
}
