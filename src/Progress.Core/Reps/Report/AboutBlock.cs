using Progress.Reports;

namespace Progress.Reps;

/// <summary>What a reader must know to trust the figures: the day, the zones, the rules, and what is left out.</summary>
internal static class AboutBlock
{
    private const int HashLength = 12;

    public static ReportBlock Of(TeamReading team, IReadOnlyList<RepState> states)
    {
        var items = new List<string> { $"As of {Span(team, states)}: the closing state of each rep's local day." };
        if (states.Count > 0) items.Add($"Time zones: {Zones(states)}.");
        var rules = states.Count > 0 ? states[0].Rules : team.Rules;
        items.Add(Rules(rules));
        items.AddRange(rules.DepartsFromSeed.Select(departure => $"Warning: the rules depart from the seed. {departure}."));
        items.Add("A rate without anything to take it of is no data (–), never 0. Intervals are Wilson's, 95 %.");
        if (team.Unattributed > 0)
            items.Add($"{ReportWords.Count(team.Unattributed, "call")} without a rep count nowhere; Get-CallNote -Unattributed lists them.");
        return new ReportList(items);
    }

    private static string Span(TeamReading team, IReadOnlyList<RepState> states) =>
        states.Count == 1 ? IsoText.Day(states[0].Day) : team.Days;

    private static string Zones(IReadOnlyList<RepState> states) =>
        string.Join(", ", states
            .GroupBy(s => s.Rep.Zones.Latest.Id)
            .OrderBy(z => z.Key, StringComparer.Ordinal)
            .Select(z => $"{z.Key} ({ReportWords.Count(z.Count(), "rep")})"));

    private static string Rules(RuleVersion rules)
    {
        var from = rules.From == DateOnly.MinValue ? "the beginning" : IsoText.Day(rules.From);
        return $"Rule set {rules.Id}, \"{rules.Set.Name}\", in force from {from} on; SHA-256 {rules.Hash[..HashLength]}….";
    }
}
