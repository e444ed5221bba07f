using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Progress.Tests.Doubles;

/// <summary>The doubles started as a person starts them.</summary>
internal sealed class DoublesProcess : IDisposable
{
    private readonly Process process;

    private DoublesProcess(Process process) => this.process = process;

    public required IReadOnlyList<Uri> Addresses { get; init; }

    public required string Output { get; init; }

    /// <summary>Starts and reads until the doubles say that they run.</summary>
    public static DoublesProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Progress.Doubles.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Remove("TWENTY_API_KEY");
        start.Environment.Remove("AIRTABLE_API_KEY");
        var process = Process.Start(start)!;
        var output = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line && line != "Ctrl+C ends.")
            output.Add(line);
        var text = string.Join('\n', output);
        var addresses = Regex.Matches(text, @"^(?:Twenty|RedHawk|Airtable) +(http://127\.0\.0\.1:\d+/)", RegexOptions.Multiline);
        return new DoublesProcess(process) { Output = text, Addresses = [.. addresses.Select(match => new Uri(match.Groups[1].Value))] };
    }

    /// <summary>Runs to the end.</summary>
    public static (int ExitCode, string Error) Run(params string[] arguments)
    {
        using var running = Start(arguments);
        var error = running.process.StandardError.ReadToEnd();
        running.process.WaitForExit();
        return (running.process.ExitCode, error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
