using Dapper;
using Progress.Csv;
using Progress.Store;

namespace Progress.Reps;

/// <summary>A rule set of the store.</summary>
/// <param name="Id">Number; facts name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">First local day on which it holds.</param>
/// <param name="Hash">SHA-256 of its JSON.</param>
/// <param name="DepartsFromSeed">Figures in which it differs from the seed's.</param>
/// <param name="Rules">The rules.</param>
public sealed record ProgressionRule(
    long Id, string Name, DateOnly From, string Hash, IReadOnlyList<string> DepartsFromSeed, [property: CsvIgnore] RuleSet Rules);

/// <summary>What a rule set would mean for the reps.</summary>
/// <param name="Path">The file tried.</param>
/// <param name="Name">The rule set's name.</param>
/// <param name="Hash">SHA-256 of its JSON.</param>
/// <param name="Passed">Whether it can be used; a file that cannot is an error instead.</param>
/// <param name="DepartsFromSeed">Figures in which it differs from the seed's.</param>
/// <param name="Changes">Reps whose XP, level or rank would be another, had it always held.</param>
public sealed record RuleTest(
    string Path, string Name, string Hash, bool Passed, IReadOnlyList<string> DepartsFromSeed, IReadOnlyList<RuleTestChange> Changes);

/// <summary>One rep under another rule set, against what the rep has.</summary>
public sealed record RuleTestChange(
    Guid RepId, string Name, long XpBefore, long XpAfter, int LevelBefore, int LevelAfter, string RankBefore, string RankAfter);

/// <summary>Lists, tries and changes the rules.</summary>
public static class ProgressionRules
{
    /// <summary>The store's rule sets, in the order in which they come into force.</summary>
    public static IReadOnlyList<ProgressionRule> List(ProgressStore store) => [.. RuleBook.Load(store).Versions.Select(Describe)];

    /// <summary>The rule set in force on a day; today in the store's zone without one.</summary>
    public static ProgressionRule InForce(ProgressStore store, IsoTime? asOf = null) =>
        Describe(RuleBook.Load(store).InForce(RepZones.Home(store).DayOf(asOf ?? new IsoTime(store.UtcNow))));

    /// <summary>The JSON of one of the store's rule sets as it was given, to begin another one with.</summary>
    public static string Json(ProgressStore store, ProgressionRule rule) =>
        store.Read(connection => connection.QuerySingle<string>("SELECT json FROM rule_set WHERE id = @Id", new { rule.Id }));

    /// <summary>Replays the ledger under a rule set, and lists who would gain, lose or be promoted. Writes nothing.</summary>
    /// <exception cref="ProgressException"><c>InvalidRuleSet</c>, <c>FileNotFound</c>, <c>FileUnreadable</c>.</exception>
    public static RuleTest Test(ProgressStore store, string path, IsoTime? asOf = null, CancellationToken cancel = default)
    {
        var (rules, json) = RuleSetFile.Read(path);
        KeptGrades.Check(RuleBook.Load(store), rules, json, path);
        var trial = new RuleVersion(0, DateOnly.MinValue, rules, RuleSetFile.Hash(json));
        var changes = RepState.Read(store, null, asOf)
            .Select(state =>
            {
                cancel.ThrowIfCancellationRequested();
                return RuleReplay.Of(store, state, trial);
            })
            .Where(c => (c.XpBefore, c.LevelBefore, c.RankBefore) != (c.XpAfter, c.LevelAfter, c.RankAfter));
        return new RuleTest(path, rules.Name, trial.Hash, true, SeedDepartures.Of(json), [.. changes]);
    }

    /// <summary>Brings a rule set into force from a local day on; facts granted before keep theirs.</summary>
    /// <param name="store">The store.</param>
    /// <param name="path">The rule set's file.</param>
    /// <param name="from">First local day; today in the store's zone where null.</param>
    /// <param name="dryRun">Only checks.</param>
    /// <param name="cancel">Ends it, and takes it back.</param>
    /// <exception cref="ProgressException"><c>InvalidRuleSet</c>, <c>FileNotFound</c>, <c>FileUnreadable</c>.</exception>
    public static ProgressionRule Set(
        ProgressStore store, string path, DateOnly? from = null, bool dryRun = false, CancellationToken cancel = default)
    {
        var (rules, json) = RuleSetFile.Read(path);
        return store.Change(
            change =>
            {
                KeptGrades.Check(RuleBook.Load(store), rules, json, path);
                var day = from?.DayNumber ?? RepZones.Home(store).ToLocal(change.Now).Day;
                const string sql = "INSERT INTO rule_set (from_day, json, hash, at) VALUES (@day, @json, @hash, @at) RETURNING id";
                var id = change.Connection.QuerySingle<long>(sql, new { day, json, hash = RuleSetFile.Hash(json), at = change.Now.ToMs() });
                var rule = Describe(RuleBook.Load(store).ById[id]);
                var audit = change.Audit("rules", id.ToString(), null, new { rule.Name, rule.From, rule.Hash, File = path, rule.DepartsFromSeed });
                Settle(change, audit, day, cancel);
                return rule;
            },
            dryRun,
            cancel);
    }

    private static ProgressionRule Describe(RuleVersion version) =>
        new(version.Id, version.Set.Name, version.From, version.Hash, version.DepartsFromSeed, version.Set);

    /// <summary>Days from the first one on may bring awards under the new rules.</summary>
    private static void Settle(StoreChange change, long audit, int day, CancellationToken cancel)
    {
        var register = RepRegister.Load(change.Store);
        var reps = register.All.Where(r => r is { MergedInto: null, EvaluatedThrough: not null }).ToDictionary(r => r.Key, _ => day);
        Awards.Settle(change, audit, register, RuleBook.Load(change.Store), reps, cancel);
    }
}
