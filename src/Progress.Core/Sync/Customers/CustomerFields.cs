using System.Text.Json.Nodes;
using Progress.Customers;
using Progress.Sync.Airtable;

namespace Progress.Sync;

/// <summary>What is ours of a row of Customer Assets; seed, "Enhanced Customer Assets Fields".</summary>
internal static class CustomerFields
{
    public const string Milestone = CustomerTables.CurrentMilestone;
    public const string NextTasks = CustomerTables.NextTasks;

    /// <summary>People set the milestone there, too; the rest follows from progress.</summary>
    public static IReadOnlyList<FieldRule> Rules { get; } =
        [new(Milestone, FieldPolicy.RemoteWins), new(CustomerTables.Analytics, FieldPolicy.Derived), new(CustomerTables.CompetencyGains, FieldPolicy.Derived), new(NextTasks, FieldPolicy.Derived)];

    /// <summary>A row as it is sent, of the fields that the remote has.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="progress">How far the customer is.</param>
    /// <param name="entity">What the remote has.</param>
    /// <param name="unlisted">Recommended tasks that are no option there.</param>
    public static JsonObject Write(CustomerEntry customer, CustomerProgress progress, RemoteEntity entity, ISet<string> unlisted)
    {
        var options = entity.Fields.FirstOrDefault(f => f.Name == NextTasks)?.Choices?.ToHashSet() ?? [];
        unlisted.UnionWith(progress.NextRecommendedTasks.Where(t => !options.Contains(t)));
        var record = new JsonObject
        {
            [Milestone] = customer.Milestone, [CustomerTables.Analytics] = progress.TaskProgressAnalytics, [CustomerTables.CompetencyGains] = progress.TaskCompetencyGains,
            [NextTasks] = new JsonArray([.. progress.NextRecommendedTasks.Where(options.Contains).Select(t => JsonValue.Create(t))]),
        };
        foreach (var rule in Rules.Where(r => !entity.Usable.Contains(r.Name))) record.Remove(rule.Name);
        return record;
    }

    /// <summary>The same fields of what the remote told: one that it leaves out is empty.</summary>
    public static JsonObject Told(JsonObject fields, RemoteEntity entity)
    {
        var record = new JsonObject();
        foreach (var rule in Rules.Where(r => entity.Usable.Contains(r.Name))) record[rule.Name] = fields[rule.Name]?.DeepClone();
        // A field without a choice is left out, and is as a list of none.
        if (record.ContainsKey(NextTasks)) record[NextTasks] ??= new JsonArray();
        return record;
    }
}
