using Progress.Json;

namespace Progress.Reps;

/// <summary>Exams have marks between 0 and 1, and battles and bosses pay what they can be won for.</summary>
internal static class TrainingCheck
{
    public static void Check(RuleSet rules, JsonProblems problems)
    {
        Exams(rules.Exams, problems);
        Battles(rules.Battles, problems);
        RuleSetCheck.Unique(rules.Bosses.Select(b => b.Id), i => $"$.bosses[{i}].id", problems);
        for (var i = 0; i < rules.Bosses.Count; i++)
        {
            RuleSetCheck.Xp(rules.Bosses[i].Xp, $"$.bosses[{i}].xp", problems);
            if (rules.Bosses[i].DefeatedByWinAtLevel is { } level && (level < 1 || level > rules.Battles.MaxLevel))
                problems.Add($"$.bosses[{i}].defeatedByWinAtLevel", $"is {level}; battles have levels 1 to {rules.Battles.MaxLevel}");
        }
    }

    private static void Exams(ExamRule exams, JsonProblems problems)
    {
        RuleSetCheck.Rate(exams.EliteScore, "$.exams.eliteScore", problems);
        RuleSetCheck.Rate(exams.OtherPass, "$.exams.otherPass", problems);
        foreach (var (exam, mark) in exams.Pass) RuleSetCheck.Rate(mark, $"$.exams.pass.{exam}", problems);
    }

    private static void Battles(BattleRule battles, JsonProblems problems)
    {
        if (battles.MaxLevel is < 1 or > 100) problems.Add("$.battles.maxLevel", $"is {battles.MaxLevel}; allowed: 1 to 100");
        RuleSetCheck.Xp(battles.WinPerLevel, "$.battles.winPerLevel", problems);
        RuleSetCheck.Xp(battles.ClearedPerLevel, "$.battles.clearedPerLevel", problems);
        RuleSetCheck.Xp(battles.LosePerLevel, "$.battles.losePerLevel", problems);
        RuleSetCheck.Xp(battles.Abandon, "$.battles.abandon", problems);
    }
}
