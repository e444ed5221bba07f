using Progress.Store;

namespace Progress.Reps;

/// <summary>Writes outcomes that a CRM shows, in one change: each counts while its record shows it, and pays its rep once. Awards wait to be settled.</summary>
/// <param name="change">The change.</param>
/// <param name="connection">The connection, for the audit.</param>
internal sealed class CrmOutcomeWriter(StoreChange change, string connection) : IDisposable
{
    private readonly FactTable facts = new(change.Connection);
    private readonly DayLedger days = new();
    private readonly List<string> counted = [], withdrawn = [];
    private long audit;

    public RepRegister Register { get; } = RepRegister.Load(change.Store);

    public RuleBook Book { get; } = RuleBook.Load(change.Store);

    public ActivityRow? Find(string key) => ActivityTable.Find(change.Connection, key);

    /// <summary>Counts an outcome: a new one, one that is shown again, one of another rep or time.</summary>
    public void Put(CrmOutcome outcome)
    {
        var (rep, at) = (outcome.Rep.Key, outcome.At.ToMs());
        var known = Find(outcome.Key);
        if (known is { Undone: null } && (known.Rep, known.At, known.Kind) == (rep, at, outcome.Kind)) return;
        Open();
        var day = outcome.Rep.Zones.ToLocal(outcome.At).Day;
        var row = new ActivityRow { Key = outcome.Key, Rep = rep, Kind = outcome.Kind, At = at, Day = day, Count = 1 };
        if (known is { Undone: null }) Count(known, -1);
        if (known is null) ActivityTable.Insert(change.Connection, row, audit);
        else ActivityTable.Place(change.Connection, row, audit);
        var rules = Book.InForce(day);
        var xp = rules.Set.Xp[outcome.Kind];
        if (facts.Grant(rep, new XpFact($"activity:{outcome.Key}", outcome.Kind, xp, outcome.At, day, rules.Id)))
            DayFields.Add(days[rep, day], DayField.OwnXp, xp);
        Count(Find(outcome.Key)!, +1);
        counted.Add(outcome.Key);
    }

    /// <summary>Takes an outcome out of the counters, as <see cref="ActivityEntry.Undo"/> does; its XP stays.</summary>
    public void Withdraw(string key)
    {
        if (Find(key) is not { Undone: null } known) return;
        Open();
        ActivityTable.Undo(change.Connection, known.Id, audit);
        Count(known, -1);
        withdrawn.Add(key);
    }

    /// <summary>Ends the change of outcomes.</summary>
    /// <returns>How many were written.</returns>
    public int Complete()
    {
        if (audit == 0) return 0;
        var earliest = days.Earliest();
        days.Flush(change);
        Awards.Defer(change, Register, Book, earliest);
        change.CompleteAudit(audit, new { Source = connection, Counted = counted, Withdrawn = withdrawn });
        return counted.Count + withdrawn.Count;
    }

    public void Dispose() => facts.Dispose();

    private void Open()
    {
        if (audit == 0) audit = change.Audit("activity", connection, null, null);
    }

    private void Count(ActivityRow row, long sign) =>
        DayFields.AddActivity(days[(int)row.Rep, (int)row.Day], Book.Of(row.Rules, (int)row.Day).Set, row.Kind, sign * row.Count);
}
