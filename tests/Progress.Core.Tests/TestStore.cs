using System.Globalization;
using Progress.Csv;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests;

/// <summary>A real store in a temporary folder, with a clock that is set and ids that repeat; today is 2026-09-30.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("progress-store-").FullName;
    private readonly Random ids = new(1);
    private readonly List<SourceNote> notes = [];

    public TestStore(string timeZone = "UTC")
    {
        var options = new StoreOptions
        {
            Command = "test", User = "tester", Reason = "because", Clock = Clock, NewId = NextId, TimeZone = timeZone,
        };
        Store = ProgressStore.Open(new StoreLocation(System.IO.Path.Combine(folder, "progress.db")), options);
    }

    public TestClock Clock { get; } = new("2026-09-30T12:00:00Z");

    public ProgressStore Store { get; }

    public string Path(string name) => System.IO.Path.Combine(folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    /// <summary>The id that a name always has.</summary>
    public static Guid Id(string name) => NamedGuid.Create(Guid.Empty, name);

    public Guid NextId()
    {
        var bytes = new byte[16];
        ids.NextBytes(bytes);
        return new Guid(bytes);
    }

    public TestStore Rep(string name, string? zone = null, DateOnly? start = null)
    {
        RepDirectory.Add(Store, new NewRep(Id(name), name, zone, null, start));
        return this;
    }

    /// <summary>Calls to be imported, one a second from a time on, which without offset is the rep's own.</summary>
    public TestStore Calls(string? rep, string at, int count, string disposition, string duration)
    {
        var first = IsoTime.Parse(at);
        for (var i = 0; i < count; i++)
        {
            var time = first.Value.AddSeconds(i).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + (first.HasOffset ? "Z" : "");
            Note($"Call - {disposition} | {duration} | Lead", time, rep);
        }

        return this;
    }

    public TestStore Call(string? rep, string at, string disposition = "NO_ANSWER", string duration = "0:40") => Calls(rep, at, 1, disposition, duration);

    public TestStore Note(string title, string at, string? rep, Guid? id = null, string? updated = null)
    {
        notes.Add(new SourceNote(notes.Count + 1, (id ?? NextId()).ToString(), title, at, updated, rep is null ? null : Id(rep).ToString()));
        return this;
    }

    /// <summary>Imports what was added since the last import.</summary>
    public ImportSummary Import(ImportOptions? options = null)
    {
        var batch = notes.ToList();
        notes.Clear();
        return Import(batch, options);
    }

    public ImportSummary Import(IEnumerable<SourceNote> batch, ImportOptions? options = null) =>
        CallImport.FromNotes(Store, batch, options ?? new ImportOptions());

    public RepActivity Did(string rep, string kind, string at, int count = 1, string? lead = null, string? id = null) =>
        Entered(RepActivities.Add(Store, [new NewActivity(rep, kind, IsoTime.Parse(at), count, lead, id)]));

    public RepAchievement Achieved(
        string rep, AchievementKind kind, string id, string at, double? score = null, int? level = null, string? outcome = null, bool cleared = false) =>
        Entered(RepAchievements.Add(Store, [new NewAchievement(rep, kind, id, score, level, outcome, cleared, IsoTime.Parse(at))]));

    public RepProgression Progression(string rep, string? asOf = null, bool explain = false) =>
        RepProgressions.Get(Store, [rep], asOf is null ? null : IsoTime.Parse(asOf), explain: explain).Single();

    public long Xp(string rep, string? asOf = null) => Progression(rep, asOf).TotalXp;

    /// <summary>XP of a rep by source.</summary>
    public IReadOnlyDictionary<string, long> Sources(string rep, string? asOf = null) =>
        RepLedger.Read(Store, [rep], asOf is null ? null : IsoTime.Parse(asOf)).GroupBy(f => f.Source).ToDictionary(g => g.Key, g => g.Sum(f => f.Xp));

    public RepMetric Metric(string rep, RepMetricName metric, string? asOf = null, int? days = null, RateDenominator of = RateDenominator.Total) =>
        RepMetrics.Get(Store, [rep], days, asOf is null ? null : IsoTime.Parse(asOf), of).Single(m => m.Metric == metric);

    public IReadOnlyList<RepDiagnosis> Diagnosis(string rep, int? days = null, string? asOf = null) =>
        [.. RepDiagnoses.Get(Store, [rep], days, asOf is null ? null : IsoTime.Parse(asOf), explain: true)];

    public static string Csv<T>(IEnumerable<T> rows)
    {
        using var writer = new StringWriter();
        CsvExport.Write(writer, rows, CsvFormat.Machine);
        return writer.ToString();
    }

    public void AssertSound()
    {
        var test = StoreCheck.Test(Store);
        Assert.True(test.Passed, string.Join("; ", test.Checks.Where(c => !c.Passed).Select(c => $"{c.Name}: {c.Detail}")));
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static T Entered<T>(IReadOnlyList<Entered<T>> results) where T : class =>
        results.Single() is { Error: { } error } ? throw error : results.Single().Result!;
}
