using Progress.Store;

namespace Progress.Reps;

/// <summary>Training facts entered in one change.</summary>
internal sealed class AchievementEntry(StoreChange change)
{
    private readonly RepRegister register = RepRegister.Load(change.Store);
    private readonly RuleBook book = RuleBook.Load(change.Store);
    private readonly Dictionary<int, int> earliest = [];
    private long audit;

    public RepAchievement Add(NewAchievement achievement)
    {
        var rep = register.One(achievement.Rep);
        var at = achievement.At is { } time ? rep.Zones.ToUtc(time) : change.Now;
        var day = rep.Zones.ToLocal(at).Day;
        var fact = AchievementCheck.Check(achievement, book.InForce(day).Set, register, at, day);
        if (AchievementTable.Find(change.Connection, rep.Key, fact) is { } known) return Known(rep, known, fact);
        audit = change.Audit("achievement", $"{rep.Member}/{fact.Kind}/{fact.Name}", null, Describe(rep, fact, EntryStatus.Recorded));
        AchievementTable.Insert(change.Connection, rep.Key, fact, audit);
        earliest[rep.Key] = Math.Min(earliest.GetValueOrDefault(rep.Key, day), day);
        return Describe(rep, fact, EntryStatus.Recorded);
    }

    /// <summary>Pays what the facts earn, and settles what follows.</summary>
    public void Settle(CancellationToken cancel)
    {
        var reps = earliest.Keys.Select(key => register[key]).ToList();
        foreach (var (rep, day) in TrainingLedger.Grant(change, reps, book)) earliest[rep] = Math.Min(earliest[rep], day);
        Awards.Settle(change, audit, register, book, earliest, cancel);
        if (audit == 0) change.TakeBack();
    }

    public static RepAchievement Describe(RepEntry rep, AchievementFact fact, EntryStatus status) =>
        new(rep.Member, rep.DisplayName, fact.Kind, fact.Name, fact.Score, fact.Level, fact.Outcome, fact.Passed, fact.At,
            DateOnly.FromDayNumber(fact.Day), status);

    private static RepAchievement Known(RepEntry rep, AchievementFact known, AchievementFact fact)
    {
        // What another system told in the same moment says that it is passed, and no more.
        if (!known.Pays && known.Passed) return Describe(rep, known, EntryStatus.Duplicate);
        if ((known.Score, known.Level, known.Outcome, known.Cleared) == (fact.Score, fact.Level, fact.Outcome, fact.Cleared))
            return Describe(rep, known, EntryStatus.Duplicate);
        throw new ProgressException(
            "AchievementConflict", ErrorKind.Conflict,
            FormattableString.Invariant($"{fact.Kind} '{fact.Name}' of {rep.DisplayName} at {IsoText.Utc(known.At)} is known with another result (score {known.Score}, level {known.Level}, outcome {known.Outcome}). Give another -At for another try."),
            fact.Name);
    }
}
