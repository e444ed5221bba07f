using Progress.Json;

namespace Progress.Reps;

/// <summary>Ranks never fall, so a rule set keeps the grades of those before it, in their order; it may add others.</summary>
internal static class KeptGrades
{
    public static void Check(RuleBook book, RuleSet rules, string json, string source)
    {
        var problems = new JsonProblems(json, source, RuleSetFile.InvalidRuleSet);
        var grades = rules.Ranks.Select(r => r.Grade).ToList();
        // Versions mostly have the same grades; each list is named once.
        foreach (var version in book.Versions.DistinctBy(v => string.Join('\n', v.Set.Ranks.Select(r => r.Grade))))
        {
            var before = version.Set.Ranks.Select(r => r.Grade).ToList();
            if (!grades.Where(before.Contains).SequenceEqual(before))
                problems.Add("$.ranks", $"must keep the grades of rule set {version.Id} in their order, as no rank ever falls: {string.Join(", ", before)}");
        }

        problems.ThrowIfAny();
    }
}
