using Progress.Reports;

namespace Progress.Reps;

/// <summary>How many reps stand at each rank, and what they miss most for the next.</summary>
internal static class RankTable
{
    private const int MostMissed = 3;

    public static ReportTable Of(IReadOnlyList<RepState> states)
    {
        var ranks = states.Count == 0 ? [] : states[0].Rules.Set.Ranks;
        var at = states.ToLookup(s => s.Rank(s.Day).Grade);
        return new ReportTable(
            [new("Rank"), new("Name"), new("Reps", ReportFormat.Number), new("Missing most for the next rank", CsvName: "MissingMost")],
            [.. ranks.Select(rank => (IReadOnlyList<object?>)[rank.Grade, rank.Name, at[rank.Grade].Count(), Missing([.. at[rank.Grade]])])]);
    }

    private static string? Missing(IReadOnlyList<RepState> reps)
    {
        var gates = reps
            .SelectMany(s => s.NextGates())
            .Where(g => g.Status != GateStatus.Passed)
            .GroupBy(g => g.Gate)
            .OrderByDescending(g => g.Count())
            .Take(MostMissed)
            .Select(g => $"{Wording.Gate(g.Key)} ({g.Count()} of {ReportWords.Count(reps.Count, "rep")})")
            .ToList();
        return gates.Count == 0 ? null : string.Join(", ", gates);
    }
}
