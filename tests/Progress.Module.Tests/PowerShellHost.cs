using System.ComponentModel;
using System.Diagnostics;

namespace Progress.Tests;

/// <summary>PowerShell as installed on this machine.</summary>
internal static class PowerShellHost
{
    private const string FindPester = """
        $ErrorActionPreference = 'Stop'
        if ($PSVersionTable.PSVersion -lt '7.4') { throw "PowerShell $($PSVersionTable.PSVersion) is older than 7.4" }
        (Import-Module Pester -MinimumVersion 5.0 -PassThru).Path
        """;

    private static readonly Lazy<(string? Path, string? Missing)> Probed = new(Probe);

    /// <summary>Where Pester is, or why there is none.</summary>
    public static (string? Path, string? Missing) Pester() => Probed.Value;

    public static async Task<(int ExitCode, string Output)> Run(ScratchHome home, CancellationToken cancel, params string[] arguments)
    {
        using var process = Start(arguments, home);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await errors);
    }

    private static (string? Path, string? Missing) Probe()
    {
        try
        {
            using var process = Start(["-Command", FindPester], home: null);
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var path = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 && File.Exists(path)
                ? (path, null)
                : (null, $"PowerShell 7.4 with Pester 5 is not installed: {errors.Result.Trim()}");
        }
        catch (Win32Exception error)
        {
            return (null, $"PowerShell (pwsh) is not on the PATH: {error.Message}");
        }
    }

    private static Process Start(IEnumerable<string> arguments, ScratchHome? home)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoLogo", "-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = home?.Folder ?? Path.GetTempPath(),
        };
        foreach (var (name, value) in home?.Environment ?? []) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
