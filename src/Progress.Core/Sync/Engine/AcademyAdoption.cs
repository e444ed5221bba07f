using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Takes over what the academy tells of a rep: facts alone, each once; spec, "RedHawk".</summary>
internal sealed class AcademyAdoption(StoreChange change, RepEntry rep, SyncSwitches switches)
{
    private readonly RuleBook book = RuleBook.Load(change.Store);
    private readonly RepRegister register = RepRegister.Load(change.Store);
    private readonly List<AchievementFact> learnt = [];

    /// <returns>How many facts are new.</returns>
    public int Adopt(JsonObject facts, CancellationToken cancel)
    {
        var audit = new Lazy<long>(() => change.Audit("achievement", $"{rep.Member}/academy", null, facts));
        foreach (var module in facts.At("modules").Objects()) Passed(Kind(Id(module)), module, audit);
        foreach (var exam in facts.At("exams").Objects().Concat(facts.At("certifications").Objects())) Passed(Kind(Id(exam)), exam, audit);
        foreach (var battle in facts.At("battles").Objects()) Battle(battle, audit);
        var badges = (facts["badges"] as JsonArray ?? []).Select(n => n.Text()).OfType<string>().Sum(badge => Badge(badge, audit));
        if (!audit.IsValueCreated) return 0;
        var today = rep.Zones.ToLocal(change.Now).Day;
        var earliest = new Dictionary<int, int> { [rep.Key] = learnt.Select(f => f.Day).Append(today).Min() };
        foreach (var (key, day) in TrainingLedger.Grant(change, [rep], book)) earliest[key] = Math.Min(earliest[key], day);
        Awards.Settle(change, audit.Value, register, book, earliest, cancel);
        return learnt.Count + badges;
    }

    private AchievementKind Kind(string id)
    {
        var rules = book.InForce(rep.Zones.ToLocal(change.Now).Day).Set;
        return rules.Modules.Any(m => m.Id == id) ? AchievementKind.Module
            : rules.Exams.Aliases.ContainsKey(id) || rules.Exams.Pass.ContainsKey(id) ? AchievementKind.Exam
            : AchievementKind.Certification;
    }

    private void Passed(AchievementKind kind, JsonObject told, Lazy<long> audit)
    {
        if (Id(told) is not { Length: > 0 and <= 200 } id) return;
        var score = switches.TrustScores ? told["score"].Number() : null;
        if (!told["passed"].IsTrue() && score is null) return;
        var (at, day) = When(told);
        var rules = book.InForce(day).Set;
        var name = kind == AchievementKind.Exam ? rules.Exams.Aliases.GetValueOrDefault(id, id) : id;
        var fact = new AchievementFact(kind, name, score, null, null, false, Passed: true, at, day, Pays: !switches.AcademyPays);
        if (score is not null) fact = AchievementCheck.Judge(fact, rules);
        // Told anew at each visit, and without a date: what is known to be passed is not news.
        if (IsKnown(fact)) return;
        Insert(fact, audit);
    }

    private bool IsKnown(AchievementFact fact) =>
        change.Connection.ExecuteScalar<long>(
            "SELECT count(*) FROM achievement WHERE rep = @rep AND kind = @kind AND name = @Name AND pays = @Pays AND (passed OR NOT @Passed)",
            new { rep = rep.Key, kind = fact.Kind.ToString(), fact.Name, fact.Pays, fact.Passed }) > 0
        || AchievementTable.Find(change.Connection, rep.Key, fact) is not null;

    private void Battle(JsonObject told, Lazy<long> audit)
    {
        var (at, day) = When(told);
        var (level, outcome) = ((int?)told["level"].Number(), BattleOutcome.Normalize(told["outcome"].Text()));
        if (Id(told) is not { Length: > 0 and <= 200 } id || outcome is null || !(level >= 1 && level <= book.InForce(day).Set.Battles.MaxLevel)) return;
        var fact = new AchievementFact(
            AchievementKind.Battle, id, null, level, outcome, told["cleared"].IsTrue(), outcome == BattleOutcome.Win, at, day, Pays: !switches.AcademyPays);
        if (AchievementTable.Find(change.Connection, rep.Key, fact) is null) Insert(fact, audit);
    }

    private int Badge(string badge, Lazy<long> audit)
    {
        if (badge.Length is 0 or > 200) return 0;
        const string known = "SELECT (SELECT count(*) FROM rep_badge WHERE rep = @rep AND badge = @badge) + (SELECT count(*) FROM xp_fact WHERE rep = @rep AND key = @key)";
        if (change.Connection.ExecuteScalar<long>(known, new { rep = rep.Key, badge, key = BadgeKey.Of(badge) }) > 0) return 0;
        _ = audit.Value;
        var day = rep.Zones.ToLocal(change.Now).Day;
        return change.Connection.Execute("INSERT INTO rep_badge (rep, badge, day) VALUES (@rep, @badge, @day)", new { rep = rep.Key, badge, day });
    }

    private void Insert(AchievementFact fact, Lazy<long> audit)
    {
        AchievementTable.Insert(change.Connection, rep.Key, fact, audit.Value);
        learnt.Add(fact);
    }

    private (DateTime At, int Day) When(JsonObject told)
    {
        var at = DateTime.TryParse(told["at"]?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
            && time.Year >= 2000 && time <= change.Now.AddDays(1) ? time : change.Now;
        return (at, rep.Zones.ToLocal(at).Day);
    }

    private static string Id(JsonObject told) => told["id"].Text()?.Trim() ?? "";
}
