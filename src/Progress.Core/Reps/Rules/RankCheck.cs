using Progress.Json;

namespace Progress.Reps;

/// <summary>Ranks rise, and their gates name what exists.</summary>
internal static class RankCheck
{
    public static void Check(RuleSet rules, JsonProblems problems)
    {
        if (rules.Ranks.Count == 0 || rules.Ranks[0].Xp != 0 || rules.Ranks[0].Gates.Count > 0)
            problems.Add("$.ranks", "the first rank must stand at 0 XP without gates");
        RuleSetCheck.Unique(rules.Ranks.Select(r => r.Grade), i => $"$.ranks[{i}].grade", problems);
        RuleSetCheck.Unique(rules.Ranks.Select(r => r.Id), i => $"$.ranks[{i}].id", problems);
        for (var i = 0; i < rules.Ranks.Count; i++)
        {
            var rank = rules.Ranks[i];
            if (i > 0 && rank.Xp <= rules.Ranks[i - 1].Xp)
                problems.Add($"$.ranks[{i}].xp", $"{rank.Grade} begins at {rank.Xp} XP, not above {rules.Ranks[i - 1].Grade} at {rules.Ranks[i - 1].Xp}; ranks must rise");
            for (var g = 0; g < rank.Gates.Count; g++) Gate(rules, rank.Gates[g], $"$.ranks[{i}].gates[{g}]", problems);
        }
    }

    private static void Gate(RuleSet rules, GateRule gate, string path, JsonProblems problems)
    {
        switch (gate)
        {
            case ModulesGate modules:
                foreach (var id in modules.Ids.Where(id => rules.Modules.All(m => m.Id != id)))
                    problems.Add($"{path}.ids", $"\"{id}\" is no module of $.modules");
                break;
            case RateGate { Below: null, Above: null }:
                problems.Add(path, "needs below or above");
                break;
            case RateGate rate:
                RuleSetCheck.Rate(rate.Below, $"{path}.below", problems);
                RuleSetCheck.Rate(rate.Above, $"{path}.above", problems);
                break;
            case CountGate { AtLeast: < 1 } count:
                problems.Add($"{path}.atLeast", $"is {count.AtLeast}; it must be at least 1");
                break;
            case ExamGate exam:
                RuleSetCheck.Rate(exam.Score, $"{path}.score", problems);
                break;
        }
    }
}
