using Progress.Store;

namespace Progress.Reps;

/// <summary>Enters, corrects and lists activities.</summary>
public static class RepActivities
{
    /// <summary>Enters activities in one transaction; each bad one is answered with its error, and the others are entered.</summary>
    public static IReadOnlyList<Entered<RepActivity>> Add(
        ProgressStore store, IReadOnlyList<NewActivity> activities, bool dryRun = false, CancellationToken cancel = default) =>
        store.Change(
            change =>
            {
                using var entry = new ActivityEntry(change);
                var results = Entered.Each(activities, entry.Add, cancel);
                entry.Settle(cancel);
                return results;
            },
            dryRun,
            cancel);

    /// <summary>Corrects a mistake: counters and gates no longer count the activity; its XP stays, and so does its row.</summary>
    /// <exception cref="ProgressException"><c>ActivityNotFound</c>, <c>ActivityOfCrm</c>, <c>ReasonRequired</c>.</exception>
    public static RepActivity Undo(ProgressStore store, string id, bool dryRun = false, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(store.Options.Reason))
            throw new ProgressException("ReasonRequired", ErrorKind.Usage, $"Say why activity '{id}' is undone: -Reason is kept in the audit.", id);
        return store.Change(
            change =>
            {
                using var entry = new ActivityEntry(change);
                var undone = entry.Undo(id);
                entry.Settle(cancel);
                return undone;
            },
            dryRun,
            cancel);
    }

    /// <summary>Activities in order of time.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reps">Ids, names or patterns; all active reps without any.</param>
    /// <param name="since">Only from this time on.</param>
    /// <param name="asOf">Only up to the end of this local day.</param>
    /// <exception cref="ProgressException"><c>RepNotFound</c>.</exception>
    public static IReadOnlyList<RepActivity> List(
        ProgressStore store, IReadOnlyCollection<string>? reps = null, IsoTime? since = null, IsoTime? asOf = null)
    {
        var register = RepRegister.Load(store);
        var wanted = register.Select(reps).Select(r => r.Key).ToHashSet();
        return [.. store.Read(ActivityTable.Read)
            .Where(a => wanted.Contains((int)a.Rep) && Within(a, register[(int)a.Rep].Zones))
            .Select(a => a.Describe(register))];

        bool Within(ActivityRow a, RepZones zones) =>
            (since is not { } from || a.At >= zones.ToUtc(from).ToMs()) && (asOf is not { } to || a.Day <= zones.DayOf(to));
    }
}
