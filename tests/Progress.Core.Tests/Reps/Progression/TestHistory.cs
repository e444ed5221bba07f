using Progress.Reps;

namespace Progress.Tests.Reps.Progression;

/// <summary>A history made by hand, to stand exactly at a threshold; its last day is 2026-09-30.</summary>
internal sealed class TestHistory
{
    public static readonly int Today = new DateOnly(2026, 9, 30).DayNumber;

    private readonly SortedDictionary<int, long[]> days = [];
    private readonly List<AchievementFact> achievements = [];
    private readonly List<CadenceLead> cadences = [];

    public HashSet<string> Badges { get; } = [];

    public TestHistory On(int daysAgo, DayField field, int count)
    {
        var day = Today - daysAgo;
        if (!days.TryGetValue(day, out var counters)) days[day] = counters = new long[DayFields.Count];
        counters[(int)field] += count;
        return this;
    }

    public TestHistory Calls(int daysAgo, int count, DayField? of = null, int which = 0)
    {
        On(daysAgo, DayField.Calls, count).On(daysAgo, DayField.Dials, count);
        return of is { } field ? On(daysAgo, field, which) : this;
    }

    public TestHistory Achieved(AchievementKind kind, string id, double? score = null, int daysAgo = 0, bool passed = true)
    {
        achievements.Add(new AchievementFact(kind, id, score, null, null, false, passed, DateTime.UnixEpoch, Today - daysAgo));
        return this;
    }

    public TestHistory Modules(int from, int to)
    {
        for (var i = from; i <= to; i++) Achieved(AchievementKind.Module, $"module_{i}", 1);
        return this;
    }

    public TestHistory Cadences(int daysAgo, int count, int completed)
    {
        for (var i = 0; i < count; i++) cadences.Add(new CadenceLead($"{daysAgo}-{i}", [Today - daysAgo], i < completed ? [Today] : []));
        return this;
    }

    public RepHistory Build()
    {
        var rep = new RepEntry(1, TestStore.Id("Ana"), "Ana", new RepZones([(0, "UTC")]), null, null, true, null, null);
        return new RepHistory(
            rep, new DayTable([.. days.Select(d => (d.Key, d.Value))], Today), achievements, cadences,
            new Dictionary<int, (int, int)>(), new Dictionary<string, int>(), new Dictionary<string, int>(), []);
    }

    public GateStatus Gate(string grade, string gate, long xp = 100_000) =>
        new Gates(Build(), RuleFiles.Default, _ => Badges).Judge(Ranks.Find(RuleFiles.Default, grade)!, Today, xp).Single(g => g.Gate == gate).Status;

    public IEnumerable<string> Blocked(string grade, long xp) =>
        new Gates(Build(), RuleFiles.Default, _ => Badges).Judge(Ranks.Find(RuleFiles.Default, grade)!, Today, xp)
            .Where(g => g.Status != GateStatus.Passed).Select(g => g.Gate);

    public bool Earns(string badge, string tier)
    {
        var rule = RuleFiles.Default.Badges.List.Single(b => b.Id == badge);
        return new BadgeProgress(Build(), RuleFiles.Default).Judge(rule, rule.Tiers.Single(t => t.Tier == tier), Today).Earned;
    }
}
