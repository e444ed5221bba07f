using System.Text;
using Progress.Store;
using Xunit;

namespace Progress.Tests;

/// <summary>A folder with a store, in which commands run; gone after the test.</summary>
internal sealed class Workplace : IDisposable
{
    public const string Ana = "11111111-1111-4111-8111-111111111111";
    public const string Ben = "22222222-2222-4222-8222-222222222222";

    public string Folder { get; } = Directory.CreateTempSubdirectory("progressctl-").FullName;

    public string Store => this["progress.db"];

    /// <summary>Environment variables of the commands, besides those that lead to this folder.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Path of a file in the folder.</summary>
    public string this[string file] => Path.Combine(Folder, file);

    public CliRun Run(params IEnumerable<string> arguments) => Cli.End(Cli.Start(this, arguments));

    /// <summary>Runs a command that must succeed.</summary>
    public CliRun Do(params IEnumerable<string> arguments)
    {
        var run = Run(arguments);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {run.ExitCode}: {run.Error}");
        Assert.Empty(run.Error);
        return run;
    }

    /// <summary>Runs a command that must fail, with <c>--json</c>; returns its error.</summary>
    public CliRun Refused(int exitCode, string id, params IEnumerable<string> arguments)
    {
        var run = Run([.. arguments, "--json"]);
        Assert.Empty(run.Out);
        Assert.Equal((exitCode, id), (run.ExitCode, run.ErrorJson["id"]!.GetValue<string>()));
        return run;
    }

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string file, string text)
    {
        File.WriteAllText(this[file], text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return this[file];
    }

    /// <summary>A CSV file of notes, one row each.</summary>
    public string Notes(string file, params IEnumerable<string> rows) =>
        Write(file, $"id,title,createdAt,workspaceMemberId\n{string.Concat(rows.Select(row => row + "\n"))}");

    /// <summary>A store of two reps with names: Ana, who made the calls given, and Ben, who made none.</summary>
    public static Workplace WithReps()
    {
        var place = new Workplace();
        using var store = place.Open();
        Reps.RepDirectory.Add(store, new(Guid.Parse(Ana), "Ana Silva", "America/New_York"));
        Reps.RepDirectory.Add(store, new(Guid.Parse(Ben), "Ben Ito", "Asia/Kolkata"));
        return place;
    }

    public ProgressStore Open() => ProgressStore.Open(new StoreLocation(Store), new StoreOptions { Command = "test" });

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
