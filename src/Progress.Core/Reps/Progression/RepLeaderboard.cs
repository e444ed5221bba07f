using Progress.Store;

namespace Progress.Reps;

/// <summary>Who leads.</summary>
public static class RepLeaderboard
{
    /// <summary>XP in all.</summary>
    public const string Xp = "Xp";

    /// <summary>XP of the last seven local days.</summary>
    public const string Week = "Week";

    /// <summary>What can be compared.</summary>
    public static IReadOnlyList<string> Boards { get; } = [Xp, Week, .. Enum.GetNames<RepMetricName>()];

    /// <summary>Places, best first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="by">One of <see cref="Boards"/>.</param>
    /// <param name="top">Only so many places.</param>
    /// <param name="asOf">As of this day; today without it.</param>
    /// <exception cref="ProgressException"><c>InvalidBoard</c>, <c>InvalidTop</c>.</exception>
    public static IEnumerable<RepStanding> Get(ProgressStore store, string by = Xp, int? top = null, IsoTime? asOf = null)
    {
        if (top < 1) throw new ProgressException("InvalidTop", ErrorKind.InvalidData, $"Top is {top}; it must be 1 or more.", top);
        var board = Boards.FirstOrDefault(b => b.Equals(by, StringComparison.OrdinalIgnoreCase))
            ?? throw new ProgressException("InvalidBoard", ErrorKind.InvalidData, $"'{by}' is no leaderboard; allowed: {string.Join(", ", Boards)}.", by);
        var ranked = RepState.Read(store, null, asOf)
            .Select(s => Measure(s, board))
            .OrderByDescending(s => s.RankedBy is not null)
            .ThenByDescending(s => Sign(board) * s.RankedBy)
            .ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.RepId)
            .ToList();
        return Places(ranked).Take(top ?? int.MaxValue);
    }

    private static IEnumerable<RepStanding> Places(List<RepStanding> ranked)
    {
        var place = 0;
        for (var i = 0; i < ranked.Count; i++)
        {
            if (i == 0 || ranked[i].RankedBy != ranked[i - 1].RankedBy) place = i + 1;
            yield return ranked[i] with { Place = place };
        }
    }

    private static RepStanding Measure(RepState state, string board)
    {
        var (id, name) = (state.Rep.Member, state.Rep.DisplayName);
        if (Enum.TryParse<RepMetricName>(board, out var metric))
        {
            var rate = state.Metric(metric);
            // The bound on the cautious side, so that one lucky call never leads.
            return new RepStanding(0, id, name, board, rate.Value, MetricRule.LowerIsBetter(metric) ? rate.High : rate.Low, rate.Denominator);
        }

        var xp = board == Week ? state.WeekXp(state.Day) : state.Xp(state.Day);
        return new RepStanding(0, id, name, board, xp, xp, null);
    }

    private static int Sign(string board) => Enum.TryParse<RepMetricName>(board, out var metric) && MetricRule.LowerIsBetter(metric) ? -1 : 1;
}
