namespace Progress.Reps;

/// <summary>Judges the gates of a rank on a day's closing state; spec, "Ranks".</summary>
internal sealed class Gates(RepHistory history, RuleSet rules, Func<int, IReadOnlyCollection<string>> badges)
{
    private readonly IReadOnlyDictionary<string, AchievementFact> modules = Training.Modules(history.Achievements, rules);

    /// <summary>The XP and every gate of a rank, in order.</summary>
    public IReadOnlyList<GateState> Judge(RankRule rank, int day, long totalXp) =>
        [AtLeast("xp", totalXp, rank.Xp, "XP"), .. rank.Gates.Select(g => Judge(g, day))];

    private GateState Judge(GateRule gate, int day) =>
        gate switch
        {
            ModulesGate g => Modules(g, day),
            CountGate g => AtLeast(Camel(g.Of), Count(g.Of, day), g.AtLeast, Camel(g.Of)),
            RateGate g => RateOf(g, day),
            ExamGate g => Exam(g, day),
            CertificationGate g => Named(AchievementKind.Certification, g.Id, day),
            ApprovalGate g => Named(AchievementKind.Approval, g.Id, day),
            _ => throw new InvalidOperationException($"gate {gate}"),
        };

    private GateState Modules(ModulesGate gate, int day)
    {
        var missing = gate.Ids.Where(id => !(modules.GetValueOrDefault(id)?.Day <= day)).ToList();
        return AtLeast("modules", gate.Ids.Count - missing.Count, gate.Ids.Count, "modules") with
        {
            Detail = missing.Count > 0 ? $"missing {string.Join(", ", missing)}" : null,
        };
    }

    private GateState RateOf(RateGate gate, int day)
    {
        var rate = MetricFormula.AsOf(history, rules, gate.Of, day);
        var status = rate.Value switch
        {
            null => GateStatus.NoData,
            { } value => gate.Passes(value) ? GateStatus.Passed : GateStatus.Missing,
        };
        var (comparison, need) = gate.Below is { } below ? ("<", below) : (">", gate.Above!.Value);
        return new GateState(gate.Of.ToString(), status, rate.Value, comparison, need, "rate", $"{rate.Numerator} of {rate.Denominator}");
    }

    private GateState Exam(ExamGate gate, int day)
    {
        var tries = history.Achievements.Where(f => f.Kind == AchievementKind.Exam && f.Name == gate.Id && f.Day <= day).ToList();
        var best = tries.Max(f => f.Score);
        // What another system says is passed comes without a score.
        var status = tries.Exists(f => f is { Passed: true, Score: null }) ? GateStatus.Passed : best is null ? GateStatus.NoData : best >= gate.Score ? GateStatus.Passed : GateStatus.Missing;
        return new GateState($"exam {gate.Id}", status, best, "≥", gate.Score, "rate");
    }

    private GateState Named(AchievementKind kind, string id, int day) =>
        AtLeast($"{Camel(kind)} {id}", Training.Names(history.Achievements, kind, day).Contains(id) ? 1 : 0, 1, Camel(kind));

    private long Count(RepCounter counter, int day) =>
        counter switch
        {
            RepCounter.Badges => badges(day).Select(BadgeKey.Badge).Distinct().Count(),
            RepCounter.Mentees => Training.Names(history.Achievements, AchievementKind.Mentee, day).Count,
            RepCounter.StreakDays => history.Days.StreakOn(day),
            _ => RepCounters.Through(history.Days, counter, day),
        };

    private static GateState AtLeast(string gate, long have, long need, string unit) =>
        new(gate, have >= need ? GateStatus.Passed : GateStatus.Missing, have, "≥", need, unit);

    private static string Camel<T>(T name) where T : struct, Enum => char.ToLowerInvariant(name.ToString()[0]) + name.ToString()[1..];
}
