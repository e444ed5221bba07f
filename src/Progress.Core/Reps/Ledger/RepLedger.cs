using Progress.Store;

namespace Progress.Reps;

/// <summary>Reads the XP ledger; one fact a line, whichever table holds it.</summary>
public static class RepLedger
{
    /// <summary>Sources that facts can be of, in the order of the rules.</summary>
    public static IReadOnlyList<string> Sources(ProgressStore store) =>
        [.. RuleBook.Load(store).Versions.SelectMany(v => v.Set.Xp.Keys).Concat(XpSource.Training).Append(XpSource.Elsewhere).Distinct()];

    /// <summary>Facts by rep, in order of time and id.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reps">Ids, names or patterns; all active reps without any.</param>
    /// <param name="asOf">Up to the end of this day; today without it.</param>
    /// <param name="since">From this day on.</param>
    /// <param name="source">Only of this source.</param>
    /// <exception cref="ProgressException"><c>RepNotFound</c>, <c>UnknownXpSource</c>.</exception>
    public static IEnumerable<RepXp> Read(
        ProgressStore store, IReadOnlyCollection<string>? reps = null, IsoTime? asOf = null, DateOnly? since = null, string? source = null)
    {
        if (source is not null && Sources(store) is var known && !known.Contains(source, StringComparer.OrdinalIgnoreCase))
            throw new ProgressException(
                "UnknownXpSource", ErrorKind.NotFound, $"'{source}' is no source of XP. Allowed: {string.Join(", ", known)}.", source);
        return StoreErrors.Guard(store.Location, RepState.Read(store, reps, asOf)
            .OrderBy(s => s.Rep.Member.ToString(), StringComparer.Ordinal)
            .SelectMany(state => Facts(store, state)
                .Where(f => (since is not { } from || f.Day >= from) && (source is null || f.Source.Equals(source, StringComparison.OrdinalIgnoreCase)))
                .OrderBy(f => f.OccurredAt).ThenBy(f => f.FactId, StringComparer.Ordinal)));
    }

    /// <summary>All facts of a rep up to the state's day, in no order.</summary>
    internal static IEnumerable<RepXp> Facts(ProgressStore store, RepState state) =>
        [.. Calls(store, state), .. General(store, state), .. Days(store, state), .. Elsewhere(state), .. Unsettled(state)];

    private static IEnumerable<RepXp> Calls(ProgressStore store, RepState state)
    {
        using var rows = new Statement(
            store.Connection, "SELECT note, title, at, day, sources, rules FROM call WHERE rep = ?1 AND day <= ?2 AND sources <> 0");
        rows.Bind(1, (long)state.Rep.Key).Bind(2, (long)state.Day);
        while (rows.Step())
        {
            var (note, title, at, day) = (rows.Guid(0), rows.Text(1), StoredValues.FromMs(rows.Long(2)), rows.Int(3));
            var rules = state.Book.ById[rows.Long(5)];
            foreach (var bit in CallSources.In((CallSource)rows.Int(4)))
            {
                var source = CallSources.Ids[bit];
                yield return Fact(state, CallFacts.Key(note, source), source, rules.Set.Xp[source], at, day, rules.Id, title);
            }
        }
    }

    private static IEnumerable<RepXp> General(ProgressStore store, RepState state)
    {
        using var rows = new Statement(
            store.Connection, "SELECT key, source, xp, at, day, rules, coalesce(evidence, '') FROM xp_fact WHERE rep = ?1 AND day <= ?2");
        rows.Bind(1, (long)state.Rep.Key).Bind(2, (long)state.Day);
        while (rows.Step())
        {
            yield return Fact(
                state, rows.Text(0), rows.Text(1), rows.Long(2), StoredValues.FromMs(rows.Long(3)), rows.Int(4), rows.Long(5),
                rows.Text(6) is { Length: > 0 } evidence ? evidence : null);
        }
    }

    private static IEnumerable<RepXp> Days(ProgressStore store, RepState state)
    {
        using var rows = new Statement(store.Connection, "SELECT day, first_dial, streak, rules FROM day_award WHERE rep = ?1 AND day <= ?2");
        rows.Bind(1, (long)state.Rep.Key).Bind(2, (long)state.Day);
        while (rows.Step())
            foreach (var fact in Day(state, rows.Int(0), rows.Int(1), rows.Int(2), rows.Long(3))) yield return fact;
    }

    private static IEnumerable<RepXp> Elsewhere(RepState state)
    {
        var days = state.History.Days;
        for (var day = days.First; day <= state.Day; day++)
            if (days.On(DayField.ElsewhereXp, day) is > 0 and var xp)
                yield return Fact(
                    state, $"elsewhere:{IsoText.Day(day)}", XpSource.Elsewhere, xp, state.Rep.Zones.StartOf(day), day, state.Book.InForce(day).Id,
                    "other devices and systems, as the CRM told on that day");
    }

    private static IEnumerable<RepXp> Unsettled(RepState state) =>
        state.Unsettled.Days.SelectMany(d => Day(state, d.Key, d.Value.FirstDial, d.Value.Streak, d.Value.Rules))
            .Concat(state.Unsettled.Badges.Select(b => Fact(state, b.Key, b.Source, b.Xp, b.At, b.Day, b.Rules, b.Evidence)));

    private static IEnumerable<RepXp> Day(RepState state, int day, int firstDial, int streak, long rules)
    {
        var date = IsoText.Day(day);
        var at = state.Rep.Zones.StartOf(day);
        if (firstDial > 0) yield return Fact(state, $"first_dial:{date}", XpSource.FirstDialOfDay, firstDial, at, day, rules, null);
        if (streak > 0) yield return Fact(state, $"streak:{date}", XpSource.StreakDay, streak, at, day, rules, null);
    }

    private static RepXp Fact(RepState state, string id, string source, long xp, DateTime at, int day, long rules, string? evidence) =>
        new(id, state.Rep.Member, state.Rep.DisplayName, source, xp, at, DateOnly.FromDayNumber(day), rules, evidence);
}
