using Dapper;
using Progress.Store;

namespace Progress.Reps;

/// <summary>All rule versions of a store, and which one holds on a day.</summary>
internal sealed class RuleBook
{
    // The rules that nearly every store has are read once a process.
    private static readonly Lazy<RuleSet> Default = new(() => RuleSetFile.Parse(RuleSetFile.DefaultJson, "the embedded rule set"));

    private readonly RuleVersion[] byStart;

    public RuleBook(IEnumerable<RuleVersion> versions)
    {
        // Of two that start on one day the later one holds.
        byStart = [.. versions.OrderBy(v => v.From).ThenBy(v => v.Id)];
        ById = byStart.ToDictionary(v => v.Id);
    }

    /// <summary>Versions by number.</summary>
    public IReadOnlyDictionary<long, RuleVersion> ById { get; }

    /// <summary>Versions in the order in which they come into force.</summary>
    public IReadOnlyList<RuleVersion> Versions => byStart;

    /// <summary>One hash over all versions and their days: two stores with the same one reckon the same.</summary>
    public string Hash => byStart.Length == 1
        ? byStart[0].Hash
        : RuleSetFile.Hash(string.Join('\n', byStart.Select(v => $"{IsoText.Day(v.From)} {v.Hash}")));

    /// <summary>The version in force on a local day.</summary>
    public RuleVersion InForce(int day)
    {
        for (var i = byStart.Length - 1; i > 0; i--)
            if (byStart[i].From.DayNumber <= day) return byStart[i];
        return byStart[0];
    }

    /// <summary>The version that a fact names, or the one in force on its day.</summary>
    public RuleVersion Of(long? id, int day) => id is { } known ? ById[known] : InForce(day);

    /// <summary>Reads the store's rule versions.</summary>
    public static RuleBook Load(ProgressStore store) => store.Read(connection =>
    {
        var rows = connection.Query<(long Id, long From, string Json, string Hash)>("SELECT id, from_day, json, hash FROM rule_set ORDER BY id");
        return new RuleBook(rows.Select(Version));
    });

    private static RuleVersion Version((long Id, long From, string Json, string Hash) row)
    {
        var from = DateOnly.FromDayNumber((int)row.From);
        return row.Json == RuleSetFile.DefaultJson
            ? new RuleVersion(row.Id, from, Default.Value, row.Hash)
            : new RuleVersion(row.Id, from, RuleSetFile.Parse(row.Json, $"rule set {row.Id} of the store"), row.Hash, SeedDepartures.Of(row.Json));
    }
}
