using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Progress.Tests.Doubles.Airtable;
using Xunit;

[assembly: AssemblyFixture(typeof(NpmClient))]

namespace Progress.Tests.Doubles.Airtable;

/// <summary>The official client (npm <c>airtable</c>), installed into a folder of its own when a test first needs it.</summary>
public sealed class NpmClient : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>What npm says where the lock file or its packages are wrong, and no network is missing.</summary>
    private static readonly string[] OwnFaults = ["EUSAGE", "EINTEGRITY", "EJSONPARSE", "ETARGET"];

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"airtable-client-{Guid.NewGuid():N}");
    private readonly Lazy<string?> missing;

    public NpmClient() => missing = new Lazy<string?>(Install);

    /// <summary>Runs a scenario of <c>npm-client/scenarios.js</c>; skips the test where the client cannot be had.</summary>
    /// <returns><c>value</c>, or <c>refused</c> with error, message, statusCode and name.</returns>
    public JsonNode Run(string scenario, JsonObject input)
    {
        Assert.SkipWhen(missing.Value is not null, missing.Value ?? "");
        var (exitCode, output) = Start("node", "client.js", scenario, input.ToJsonString());
        Assert.True(exitCode == 0, output);
        return JsonNode.Parse(output)!;
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <returns>Why the client cannot be had; null where it can.</returns>
    private string? Install()
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "npm-client")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        try
        {
            Start("node", "--version");
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            var (exitCode, output) = Start(npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1");
            Assert.DoesNotContain(OwnFaults, output.Contains);
            return exitCode == 0 ? null : $"npm could not fetch the client 'airtable': {output.Split('\n').FirstOrDefault(line => line.Contains(" code "))}";
        }
        catch (Win32Exception error)
        {
            return $"Node.js with npm is not here: {error.Message}";
        }
        catch (TimeoutException error)
        {
            return $"npm could not fetch the client 'airtable': {error.Message}";
        }
    }

    private (int ExitCode, string Output) Start(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {Longest.TotalMinutes:0} minutes.");
        }

        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output.Result : output.Result + errors.Result);
    }
}
