namespace Progress.Reps;

/// <summary>Checks a training fact against the rules, and says whether it passes.</summary>
internal static class AchievementCheck
{
    public static AchievementFact Check(NewAchievement a, RuleSet rules, RepRegister register, DateTime at, int day)
    {
        if (string.IsNullOrWhiteSpace(a.Id)) throw Invalid("Id", "", $"a {a.Kind} needs an id");
        if (a.Score is { } score && !(score is >= 0 and <= 1)) throw Invalid("Score", score, "allowed: 0 to 1, e.g. 0.85");
        var id = a.Id.Trim();
        var (name, passed) = a.Kind switch
        {
            AchievementKind.Module => Module(rules, id, a.Score),
            AchievementKind.Exam => Exam(rules, id, a.Score),
            AchievementKind.Battle => Battle(rules, id, a),
            AchievementKind.Boss => Boss(rules, id),
            AchievementKind.Mentee => (register.One(id).Member.ToString(), true),
            // Ids of the rules are lower case; people write Leadership.
            _ => (id.ToLowerInvariant(), true),
        };
        return new AchievementFact(
            a.Kind, name, a.Score, a.Level, BattleOutcome.Normalize(a.Outcome), a.ObjectionsCleared, passed, at, day);
    }

    /// <summary>The same fact, judged by other rules.</summary>
    public static AchievementFact Judge(AchievementFact fact, RuleSet rules) =>
        fact.Kind switch
        {
            AchievementKind.Module when fact.Score is { } score =>
                fact with { Passed = score >= (rules.Modules.FirstOrDefault(m => m.Id == fact.Name)?.Pass ?? double.PositiveInfinity) },
            AchievementKind.Exam when fact.Score is { } score => fact with { Passed = score >= ExamMark(rules, fact.Name) },
            _ => fact,
        };

    private static double ExamMark(RuleSet rules, string exam) => rules.Exams.Pass.GetValueOrDefault(exam, rules.Exams.OtherPass);

    private static (string, bool) Module(RuleSet rules, string id, double? score)
    {
        var module = rules.Modules.FirstOrDefault(m => m.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw Invalid("Id", id, $"no module of the rules; allowed: {string.Join(", ", rules.Modules.Select(m => m.Id))}");
        return (module.Id, (score ?? throw Needs("a module")) >= module.Pass);
    }

    private static (string, bool) Exam(RuleSet rules, string id, double? score)
    {
        id = id.ToLowerInvariant();
        var exam = rules.Exams.Aliases.GetValueOrDefault(id, id);
        return (exam, (score ?? throw Needs("an exam")) >= ExamMark(rules, exam));
    }

    private static (string, bool) Battle(RuleSet rules, string id, NewAchievement a)
    {
        if (!(a.Level >= 1 && a.Level <= rules.Battles.MaxLevel))
            throw Invalid("Level", a.Level, $"a battle has a level from 1 to {rules.Battles.MaxLevel}");
        var outcome = BattleOutcome.Normalize(a.Outcome) ?? throw Invalid("Outcome", a.Outcome, "allowed: win, lose, abandon");
        return (id, outcome == BattleOutcome.Win);
    }

    private static (string, bool) Boss(RuleSet rules, string id) =>
        rules.Bosses.FirstOrDefault(b => b.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is { } boss
            ? (boss.Id, true)
            : throw Invalid("Id", id, $"no boss of the rules; allowed: {string.Join(", ", rules.Bosses.Select(b => b.Id))}");

    private static ProgressException Needs(string kind) => Invalid("Score", null, $"{kind} needs a score from 0 to 1");

    private static ProgressException Invalid(string field, object? value, string reason) =>
        new("InvalidAchievement", ErrorKind.InvalidData, FormattableString.Invariant($"{field} '{value}': {reason}."), value);
}
