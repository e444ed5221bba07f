namespace Progress.Reps;

/// <summary>XP of training; spec, "XP ledger". Each thing pays once, whatever is retaken.</summary>
internal static class TrainingFacts
{
    /// <summary>All facts that a rep's training earns; those granted already are recognised by their keys.</summary>
    public static IEnumerable<XpFact> Of(IReadOnlyList<AchievementFact> achievements, RuleBook book)
    {
        // Where the academy or another device told of a thing, its XP is counted there.
        var elsewhere = achievements.Where(f => f is { Pays: false, Passed: true }).Select(f => (f.Kind, f.Name)).ToHashSet();
        foreach (var version in book.Versions)
        {
            foreach (var (id, fact) in Training.Modules(achievements, version.Set).Where(m => Pays(AchievementKind.Module, m.Key, m.Value)))
                yield return Fact(fact, $"module:{id}", XpSource.ModulePassed, version.Set.Modules.First(m => m.Id == id).Xp);
            foreach (var (id, fact) in Training.Bosses(achievements, version.Set).Where(b => Pays(AchievementKind.Boss, b.Key, b.Value)))
                yield return Fact(fact, $"boss:{id}", XpSource.BossDefeated, version.Set.Bosses.First(b => b.Id == id).Xp);
            foreach (var fact in achievements.Where(f => Pays(f.Kind, f.Name, f)))
                if (Single(fact, version) is { } xp) yield return xp;

            bool Pays(AchievementKind kind, string name, AchievementFact fact) =>
                fact.Pays && book.InForce(fact.Day) == version && !elsewhere.Contains((kind, name));
            XpFact Fact(AchievementFact fact, string key, string source, long xp) =>
                new(key, source, xp, fact.At, fact.Day, version.Id, fact.Name);
        }
    }

    private static XpFact? Single(AchievementFact fact, RuleVersion rules)
    {
        (string Key, string Source, long Xp)? paid = fact.Kind switch
        {
            AchievementKind.Exam when fact.Score >= rules.Set.Exams.EliteScore =>
                ($"exam:{fact.Name}:elite", XpSource.EliteExamBonus, rules.Set.Xp[XpSource.EliteExamBonus]),
            // The module pays for its own certification.
            AchievementKind.Certification when rules.Set.Modules.All(m => m.Id != fact.Name) =>
                ($"certification:{fact.Name}", XpSource.CertificationEarned, rules.Set.Xp[XpSource.CertificationEarned]),
            AchievementKind.Battle => ($"battle:{fact.Name}", XpSource.Battle, Battle(fact, rules.Set.Battles)),
            _ => null,
        };
        return paid is var (key, source, xp) ? new XpFact(key, source, xp, fact.At, fact.Day, rules.Id, fact.Name) : null;
    }

    private static long Battle(AchievementFact fact, BattleRule rules) =>
        fact.Outcome switch
        {
            BattleOutcome.Win when fact.Cleared => (long)rules.ClearedPerLevel * fact.Level!.Value,
            BattleOutcome.Win => (long)rules.WinPerLevel * fact.Level!.Value,
            BattleOutcome.Lose => (long)rules.LosePerLevel * fact.Level!.Value,
            _ => rules.Abandon,
        };
}
