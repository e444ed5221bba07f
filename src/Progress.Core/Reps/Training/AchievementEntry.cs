using Dapper;
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
        if (Find(rep, fact) is { } known) return Known(rep, known, fact);
        audit = change.Audit("achievement", $"{rep.Member}/{fact.Kind}/{fact.Name}", null, Describe(rep, fact, EntryStatus.Recorded));
        Insert(rep, fact);
        earliest[rep.Key] = Math.Min(earliest.GetValueOrDefault(rep.Key, day), day);
        return Describe(rep, fact, EntryStatus.Recorded);
    }

    /// <summary>Pays what the facts earn, and settles what follows.</summary>
    public void Settle(CancellationToken cancel)
    {
        var reps = earliest.Keys.Select(key => register[key]).ToList();
        foreach (var (rep, day) in TrainingLedger.Grant(change, reps, book)) earliest[rep] = Math.Min(earliest[rep], day);
        Awards.Settle(change, audit, register, book, earliest, cancel);
        foreach (var rep in reps) change.Outbox(ProgressionRecord.Entity, rep.Member.ToString());
        if (audit == 0) change.TakeBack();
    }

    public static RepAchievement Describe(RepEntry rep, AchievementFact fact, EntryStatus status) =>
        new(rep.Member, rep.DisplayName, fact.Kind, fact.Name, fact.Score, fact.Level, fact.Outcome, fact.Passed, fact.At,
            DateOnly.FromDayNumber(fact.Day), status);

    private static RepAchievement Known(RepEntry rep, AchievementFact known, AchievementFact fact)
    {
        if ((known.Score, known.Level, known.Outcome, known.Cleared) == (fact.Score, fact.Level, fact.Outcome, fact.Cleared))
            return Describe(rep, known, EntryStatus.Duplicate);
        throw new ProgressException(
            "AchievementConflict", ErrorKind.Conflict,
            FormattableString.Invariant($"{fact.Kind} '{fact.Name}' of {rep.DisplayName} at {known.At:yyyy-MM-dd'T'HH:mm:ss'Z'} is known with another result (score {known.Score}, level {known.Level}, outcome {known.Outcome}). Give another -At for another try."),
            fact.Name);
    }

    /// <summary>A battle is the same by its id; anything else when it happened at the same time, too.</summary>
    private AchievementFact? Find(RepEntry rep, AchievementFact fact)
    {
        const string sql = """
            SELECT rep, kind, name, score, level, outcome, cleared, passed, at, day FROM achievement
            WHERE rep = @rep AND kind = @kind AND name = @name AND (at = @at OR @kind IN ('Battle', 'Mentee'))
            """;
        return change.Connection
            .QueryFirstOrDefault<AchievementRow>(sql, new { rep = rep.Key, kind = fact.Kind.ToString(), name = fact.Name, at = fact.At.ToMs() })
            ?.ToFact();
    }

    private void Insert(RepEntry rep, AchievementFact f)
    {
        const string sql = """
            INSERT INTO achievement (rep, kind, name, score, level, outcome, cleared, passed, at, day, change)
            VALUES (@rep, @kind, @name, @Score, @Level, @Outcome, @Cleared, @Passed, @at, @Day, @audit)
            """;
        change.Connection.Execute(
            sql, new { rep = rep.Key, kind = f.Kind.ToString(), name = f.Name, f.Score, f.Level, f.Outcome, f.Cleared, f.Passed, at = f.At.ToMs(), f.Day, audit });
    }
}
