namespace Progress.Reps;

/// <summary>XP of training; spec, "XP ledger". Each thing pays once, whatever is retaken.</summary>
internal static class TrainingFacts
{
    /// <summary>All facts that a rep's training earns; those granted already are recognised by their keys.</summary>
    public static IEnumerable<XpFact> Of(IReadOnlyList<AchievementFact> achievements, RuleBook book)
    {
        foreach (var version in book.Versions)
        {
            foreach (var (id, fact) in Training.Modules(achievements, version.Set).Where(m => Holds(m.Value)))
                yield return Fact(fact, $"module:{id}", XpSource.ModulePassed, version.Set.Modules.First(m => m.Id == id).Xp);
            foreach (var (id, fact) in Training.Bosses(achievements, version.Set).Where(b => Holds(b.Value)))
                yield return Fact(fact, $"boss:{id}", XpSource.BossDefeated, version.Set.Bosses.First(b => b.Id == id).Xp);
            foreach (var fact in achievements.Where(Holds))
                if (Single(fact, version) is { } xp) yield return xp;

            bool Holds(AchievementFact fact) => book.InForce(fact.Day) == version;
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
