using Progress.Store;

namespace Progress.Reps;

/// <summary>Writes calls of one change: new ones, greater versions, and the counters and XP that follow from them.</summary>
internal sealed class CallWriter(StoreChange change, long audit, RepRegister register, RuleBook book, DayLedger days) : IDisposable
{
    private readonly CallTable calls = new(change.Connection);
    private readonly FactTable facts = new(change.Connection);
    private readonly DispositionTable dispositions = new(change.Connection);
    private readonly RepZones homeless = RepZones.Home(change.Store);

    /// <summary>XP that replaced versions keep in the ledger, because an earlier change granted it.</summary>
    public long KeptXp { get; private set; }

    /// <summary>What became of a call.</summary>
    public enum Fate
    {
        Added,
        Replaced,
        Refreshed,
        Known,
    }

    /// <summary>The row that a note makes.</summary>
    public CallRow Row(ParsedNote note, RepEntry? noted)
    {
        var credited = noted is null ? null : register.Credited(noted);
        var utc = (noted?.Zones ?? homeless).ToUtc(note.CreatedAt);
        var id = note.Id ?? NamedGuid.OfCall(note.Member, utc, note.RawTitle);
        return Credit(
            new CallRow(
                id, note.RawTitle, utc.ToMs(), note.UpdatedAt?.ToMs(), noted?.Key, null, null, note.Title.Seconds, 0,
                CallOutcome.None, CallSource.None, 0, audit),
            credited, note.Title.Disposition);
    }

    /// <summary>Credits a call to a rep, or to nobody.</summary>
    public CallRow Credit(CallRow call, RepEntry? rep, string disposition)
    {
        var (day, time) = (rep?.Zones ?? homeless).ToLocal(StoredValues.FromMs(call.At));
        var rules = book.InForce(day);
        var outcome = CallFacts.Outcome(rules, disposition, call.Seconds, time);
        return call with
        {
            Rep = rep?.Key,
            Day = rep is null ? null : day,
            Disposition = dispositions.IdOf(rules.Disposition(disposition)?.Code ?? disposition),
            Outcome = outcome,
            Sources = rep is null ? CallSource.None : CallFacts.Sources(rules, outcome),
            Rules = rules.Id,
            Change = audit,
        };
    }

    public Fate Write(CallRow call)
    {
        if (calls.TryInsert(call))
        {
            Count(call, +1);
            Pay(call, +1);
            return Fate.Added;
        }

        var known = calls.Find(call.Note)!;
        if (CallVersion.Compare(call, known, key => register[key].Member) <= 0) return Fate.Known;
        if (CallVersion.SameContent(call, known))
        {
            calls.Update(known with { Updated = call.Updated });
            return Fate.Refreshed;
        }

        // A person named the rep of a call whose note names none; that holds.
        if (call.NotedRep is null && known is { NotedRep: null, Rep: { } named })
            call = Credit(call, register[named], CallTitle.Parse(call.Title).Disposition);
        Replace(known, call);
        return Fate.Replaced;
    }

    /// <summary>Puts one version in the place of another; what an earlier change granted stays granted.</summary>
    public void Replace(CallRow known, CallRow call)
    {
        Count(known, -1);
        if (known.Change == audit) Pay(known, -1);
        else Keep(known);
        if (call.Rep is { } rep) call = call with { Sources = call.Sources & ~facts.KeptOf(rep, call.Note) };
        calls.Update(call);
        Count(call, +1);
        Pay(call, +1);
    }

    /// <summary>Ends a bulk of calls.</summary>
    public void Complete() => calls.Complete();

    public CallRow? Find(Guid note) => calls.Find(note);

    public void Dispose()
    {
        calls.Dispose();
        facts.Dispose();
    }

    private void Count(CallRow call, int sign)
    {
        if (call is { Rep: { } rep, Day: { } day }) DayFields.AddCall(days[rep, day], call.Outcome, sign);
    }

    private void Pay(CallRow call, int sign)
    {
        if (call is { Rep: { } rep, Day: { } day })
            DayFields.Add(days[rep, day], DayField.OwnXp, sign * book.ById[call.Rules].XpOf(call.Sources));
    }

    private void Keep(CallRow call)
    {
        if (call is not { Rep: { } rep, Day: { } day }) return;
        var rules = book.ById[call.Rules];
        foreach (var bit in CallSources.In(call.Sources))
        {
            var source = CallSources.Ids[bit];
            var xp = rules.XpOf((CallSource)(1 << bit));
            facts.Grant(rep, new XpFact(CallFacts.Key(call.Note, source), source, xp, StoredValues.FromMs(call.At), day, rules.Id, call.Title));
            KeptXp += xp;
        }
    }
}
