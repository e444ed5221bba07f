using Progress.Reports;

namespace Progress.Reps;

/// <summary>The gates of a rep's next rank: what each needs, and what the rep has.</summary>
internal static class GateTable
{
    public static string Heading(RepState state) =>
        Next(state) is { } next ? $"Way to {next.Grade} {next.Name}" : "Way to the next rank";

    public static IEnumerable<ReportBlock> Of(RepState state)
    {
        if (Next(state) is null)
        {
            yield return new ReportText($"{state.Rank(state.Day).Grade} is the highest rank.");
            yield break;
        }

        yield return new ReportTable(
            [new("Gate"), new("Status"), new("Have"), new("Need"), new("Detail")],
            [.. state.NextGates().Select(Row)]);
    }

    private static IReadOnlyList<object?> Row(GateState gate) =>
    [
        Wording.Gate(gate.Gate), gate.Status switch { GateStatus.Passed => "passed", GateStatus.Missing => "missing", _ => "no data" },
        Wording.Measure(gate.Status == GateStatus.NoData ? null : gate.Have, gate.Unit), Wording.Bound(gate.Comparison, gate.Need, gate.Unit),
        gate.Detail,
    ];

    private static RankRule? Next(RepState state) => Ranks.Next(state.Rules.Set, state.Rank(state.Day));
}
