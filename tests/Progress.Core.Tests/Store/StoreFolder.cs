using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Store;

/// <summary>A temporary folder, and stores in it that are opened as often as a test needs.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("progress-stores-").FullName;

    public StoreFolder() => Options = new StoreOptions { Command = "test", User = "tester", Clock = Clock };

    public TestClock Clock { get; } = new("2026-09-30T12:00:00Z");

    public StoreOptions Options { get; set; }

    public StoreLocation Location => new(Path("progress.db"));

    public IEnumerable<string> Files => Directory.GetFiles(folder).Select(f => System.IO.Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public string Path(string name) => System.IO.Path.Combine(folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public ProgressStore Open(StoreOptions? options = null) => ProgressStore.Open(Location, options ?? Options);

    /// <summary>A connection that knows nothing of Progress.</summary>
    public SqliteConnection Raw(string name = "progress.db") => ProgressStore.Connect(Path(name), SqliteOpenMode.ReadWriteCreate);

    public void Sql(string sql, string name = "progress.db")
    {
        using var connection = Raw(name);
        SqlMapper.Execute(connection, sql);
    }

    /// <summary>The store as the first version of Progress made it.</summary>
    public Guid MakeVersion1()
    {
        using var script = new StreamReader(typeof(ProgressStore).Assembly.GetManifestResourceStream("migrations/0001_foundation.sql")!);
        using var connection = Raw();
        SqlMapper.Execute(connection, script.ReadToEnd());
        SqlMapper.Execute(connection, $"PRAGMA application_id = {0x50524F47}; PRAGMA user_version = 1");
        var device = Guid.NewGuid();
        StoreIdentity.Create(connection, Options with { NewId = () => device });
        RuleSetFile.Install(connection, Clock.Now.UtcDateTime);
        return device;
    }

    /// <summary>A store with a rep, calls, an activity and a badge or two.</summary>
    public void MakeLived()
    {
        using var store = Open();
        var notes = Enumerable.Range(0, 600).Select(i => new SourceNote(
            i + 1, TestStore.Id($"note {i}").ToString(), $"Call - {(i % 5 == 0 ? "APPOINTMENT" : "NO_ANSWER")} | {i % 7}:{i % 60:00} | Lead {i}",
            $"2026-09-{1 + (i % 20):00}T10:00:00Z", null, TestStore.Id($"rep {i % 3}").ToString()));
        CallImport.FromNotes(store, notes, new ImportOptions());
        RepActivities.Add(store, [new NewActivity(TestStore.Id("rep 1").ToString(), "email_sent", IsoTime.Parse("2026-09-12"))]);
    }

    public static ProgressException Refused(Action action, string id, ErrorKind kind)
    {
        var error = Assert.Throws<ProgressException>(action);
        Assert.Equal((id, kind), (error.Id, error.Kind));
        return error;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
