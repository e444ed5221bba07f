using System.Text.Json.Nodes;

namespace Progress.Customers;

/// <summary>Points that a customer gained with completed tasks, by what the tasks develop.</summary>
/// <param name="CustomerAnalysis">Points in <c>customerAnalysis</c>.</param>
/// <param name="ValueCommunication">Points in <c>valueCommunication</c>.</param>
/// <param name="ExecutiveReadiness">Points in <c>executiveReadiness</c>.</param>
/// <param name="General">Points in <c>general</c>.</param>
public sealed record CompetencyGains(int CustomerAnalysis, int ValueCommunication, int ExecutiveReadiness, int General)
{
    /// <summary>Points in one of <see cref="TaskOptions.Competency"/>.</summary>
    public int In(string competency) => competency switch
    {
        "customerAnalysis" => CustomerAnalysis,
        "valueCommunication" => ValueCommunication,
        "executiveReadiness" => ExecutiveReadiness,
        "general" => General,
        _ => 0,
    };

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", TaskOptions.Competency.Values.Select(area => $"{area} {In(area)}"));

    internal static CompetencyGains Of(IEnumerable<CountedTask> completed)
    {
        var sums = completed.ToLookup(t => t.Competency, t => t.Impact ?? 0);
        return new CompetencyGains(
            sums["customerAnalysis"].Sum(), sums["valueCommunication"].Sum(), sums["executiveReadiness"].Sum(), sums["general"].Sum());
    }

    /// <summary>Three areas always, and <c>general</c> where there is some.</summary>
    internal JsonObject ToJson() =>
        new(TaskOptions.Competency.Values
            .Where(area => area != "general" || General > 0)
            .Select(area => KeyValuePair.Create<string, JsonNode?>(area, In(area))));
}
