using Progress.Reports;

namespace Progress.Reps;

/// <summary>What to train, most appointments lost first, with the evidence.</summary>
internal static class DiagnosisBlocks
{
    private static readonly ReportColumn[] Columns =
    [
        new("Rep", CsvName: "Name"), new("Finding"), new("Metric"), new("Rate"), new("95 % interval", CsvName: "Interval"),
        new("Target"), new("Team median", ReportFormat.Percent, "TeamMedian"),
        new("Appointments lost a week", ReportFormat.Number, "LostPerWeek"), new("Train", CsvName: "Training"),
    ];

    public static IEnumerable<ReportBlock> Of(TeamReading team, IReadOnlyList<RepState> states, bool named = true)
    {
        var funnels = new TeamFunnels(team.States);
        var all = states
            .SelectMany(s => RepDiagnoses.Of(s, funnels, s.Rules.Set.Diagnosis.Days, explain: false).Select(d => (State: s, Diagnosis: d)))
            .OrderByDescending(d => d.Diagnosis.LostPerWeek ?? -1)
            .ToList();
        if (all.Count == 0)
        {
            yield return new ReportText("No reps, so nothing to train.");
            yield break;
        }

        var found = all.Where(d => d.Diagnosis.Verdict == DiagnosisVerdict.Finding).ToList();
        if (found.Count > 0)
        {
            var days = found[0].Diagnosis.Days;
            yield return new ReportText($"Over {days} local days. Lost a week: weekly calls × gap to the target × the team median's rate downstream.");
            var skip = named ? 0 : 1;
            yield return new ReportTable([.. Columns.Skip(skip)], [.. found.Select(d => (IReadOnlyList<object?>)[.. Row(d.State, d.Diagnosis).Skip(skip)])]);
        }

        var rest = all.Select(d => d.Diagnosis).Where(d => d.Verdict != DiagnosisVerdict.Finding).OrderBy(d => d.Name, StringComparer.Ordinal);
        yield return new ReportList(
        [
            .. found.Select(d => $"{d.Diagnosis.Finding}: {d.Diagnosis.Recommendation}").Distinct(),
            .. rest.Select(d => $"{d.Name}, {ReportWords.Count(d.Calls, "call")} in {d.Days} days: {d.Recommendation}"),
        ]);
    }

    private static IReadOnlyList<object?> Row(RepState state, RepDiagnosis found)
    {
        var metric = found.Metric!.Value;
        var comparison = state.Rules.Set.Diagnosis.Findings.First(f => f.Stage == found.Finding).Above is null ? "≥" : "≤";
        return
        [
            found.Name, found.Severity == FindingSeverity.Critical ? $"{found.Finding}, critical" : $"{found.Finding}",
            Wording.Metric(metric), ReportWords.Rate(state.Metric(metric, found.Days)), Wording.Interval(found.Low, found.High),
            Wording.Bound(comparison, found.Target, "rate"), found.TeamMedian, found.LostPerWeek, found.Training,
        ];
    }
}
