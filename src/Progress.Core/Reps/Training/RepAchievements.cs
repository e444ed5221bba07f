using Progress.Store;

namespace Progress.Reps;

/// <summary>Enters and lists training facts.</summary>
public static class RepAchievements
{
    /// <summary>Enters facts in one transaction; each bad one is answered with its error, and the others are entered.</summary>
    public static IReadOnlyList<Entered<RepAchievement>> Add(
        ProgressStore store, IReadOnlyList<NewAchievement> achievements, bool dryRun = false, CancellationToken cancel = default) =>
        store.Change(
            change =>
            {
                var entry = new AchievementEntry(change);
                var results = Entered.Each(achievements, entry.Add, cancel);
                entry.Settle(cancel);
                return results;
            },
            dryRun,
            cancel);

    /// <summary>Training facts in order of time.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reps">Ids, names or patterns; all active reps without any.</param>
    /// <param name="asOf">Only up to the end of this local day.</param>
    /// <exception cref="ProgressException"><c>RepNotFound</c>.</exception>
    public static IReadOnlyList<RepAchievement> List(ProgressStore store, IReadOnlyCollection<string>? reps = null, IsoTime? asOf = null)
    {
        var register = RepRegister.Load(store);
        var wanted = register.Select(reps).Select(r => r.Key).ToHashSet();
        return [.. store.Read(AchievementTable.Read)
            .Where(r => wanted.Contains((int)r.Rep) && (asOf is not { } to || r.Day <= register[(int)r.Rep].Zones.DayOf(to)))
            .Select(r => AchievementEntry.Describe(register[(int)r.Rep], r.ToFact(), EntryStatus.Recorded))];
    }
}
