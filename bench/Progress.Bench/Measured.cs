using System.Diagnostics;

namespace Progress.Bench;

/// <summary>How long a process took, the most memory that it held, and what it counted.</summary>
internal sealed record Measured(double Seconds, long PeakMegabytes, string Output, long Count = 0)
{
    /// <summary>Runs a program to its end.</summary>
    public static Measured Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        // The peak can only be asked for while the process lives.
        while (!process.WaitForExit(20)) peak = Math.Max(peak, Peak(process.Id));
        var seconds = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        return new Measured(seconds, peak / 1024, output.Result);
    }

    private static long Peak(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6, line.Length - 9));
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
