using Progress.Customers;
using Progress.Json;

namespace Progress.Settings;

/// <summary>What must be true of how customers are judged.</summary>
internal static class CustomerCheck
{
    /// <summary>More is no weight, but a slip of the finger.</summary>
    public const double MostWeight = 1_000;

    public static void Check(CustomerSettings customers, JsonProblems problems)
    {
        foreach (var (text, milestone) in customers.Milestones)
        {
            var path = JsonPath.Key("$.customers.milestones", text);
            if (string.IsNullOrWhiteSpace(text)) problems.Add(path, "an empty text. Allowed: the text of a stage, e.g. \"Series A\".");
            if (!TaskOptions.Milestone.Values.Contains(milestone))
                problems.Add(path, $"\"{milestone}\" is no milestone. Allowed: {TaskOptions.Milestone.Allowed}." + NearestName.Hint(milestone, TaskOptions.Milestone.Values));
        }

        foreach (var group in customers.Milestones.Keys.GroupBy(text => text.Trim(), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            problems.Add(JsonPath.Key("$.customers.milestones", group.Last()), $"\"{group.Last()}\" stands twice. Allowed: each text once, whatever its case.");
        Check(customers.Weights.Priority, "priority", problems);
        Check(customers.Weights.Gap, "gap", problems);
        Check(customers.Weights.Milestone, "milestone", problems);
        Check(customers.Weights.Tool, "tool", problems);
    }

    private static void Check(double weight, string name, JsonProblems problems)
    {
        if (weight is not (>= 0 and <= MostWeight))
            problems.Add($"$.customers.weights.{name}", FormattableString.Invariant($"{weight} is no weight. Allowed: a number from 0 to {MostWeight}."));
    }
}
