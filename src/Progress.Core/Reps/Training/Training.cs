namespace Progress.Reps;

/// <summary>What a rep's training amounts to on a day.</summary>
internal static class Training
{
    /// <summary>Modules that count, each with the first day on which it does: its mark passed, and the modules that it requires there.</summary>
    public static IReadOnlyDictionary<string, AchievementFact> Modules(IReadOnlyList<AchievementFact> facts, RuleSet rules)
    {
        var counting = new Dictionary<string, AchievementFact>();
        // A module stands after those that it requires: the rule set is checked for it.
        foreach (var module in rules.Modules)
        {
            var passed = facts
                .Where(f => f is { Kind: AchievementKind.Module, Passed: true } && f.Name == module.Id)
                .MinBy(f => (f.Day, f.At));
            if (passed is null) continue;
            var required = (module.Requires ?? []).Select(id => counting.GetValueOrDefault(id)).ToList();
            if (required.Any(r => r is null)) continue;
            var last = required.Append(passed).MaxBy(f => (f!.Day, f.At))!;
            counting[module.Id] = passed with { Day = last.Day, At = last.At };
        }

        return counting;
    }

    /// <summary>Distinct names of one kind up to a day, in order.</summary>
    public static List<string> Names(IReadOnlyList<AchievementFact> facts, AchievementKind kind, int day) =>
        [.. facts.Where(f => f.Kind == kind && f.Passed && f.Day <= day).Select(f => f.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Bosses defeated: those entered, and those that a battle's win defeats.</summary>
    public static IReadOnlyDictionary<string, AchievementFact> Bosses(IReadOnlyList<AchievementFact> facts, RuleSet rules) =>
        rules.Bosses
            .Select(boss => (boss.Id, First: facts.Where(f => Defeats(f, boss)).MinBy(f => (f.Day, f.At))))
            .Where(b => b.First is not null)
            .ToDictionary(b => b.Id, b => b.First!);

    private static bool Defeats(AchievementFact fact, BossRule boss) =>
        fact switch
        {
            { Kind: AchievementKind.Boss, Passed: true } => fact.Name == boss.Id,
            { Kind: AchievementKind.Battle, Outcome: BattleOutcome.Win } => fact.Level >= boss.DefeatedByWinAtLevel,
            _ => false,
        };
}
