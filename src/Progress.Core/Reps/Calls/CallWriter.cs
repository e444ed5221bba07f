using Progress.Store;

namespace Progress.Reps;

/// <summary>Writes calls of one change: new ones, greater versions, and the counters and XP that follow from them.</summary>
/// <param name="change">The change.</param>
/// <param name="audit">Its audit row.</param>
/// <param name="register">The reps.</param>
/// <param name="book">The rules.</param>
/// <param name="days">Where counters and XP of days are gathered.</param>
/// <param name="crm">Whether the calls written are seen in the CRM.</param>
internal sealed class CallWriter(
    StoreChange change, long audit, RepRegister register, RuleBook book, DayLedger days, CallCrm crm = CallCrm.Unseen) : IDisposable
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
                CallOutcome.None, CallSource.None, 0, audit, crm),
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
        // A note that a program wrote names nobody; who is known to have made the call stays it.
        if (call.NotedRep is null && known.NotedRep is { } noted && call.Crm == CallCrm.Shown)
            call = Credit(call, register.Credited(register[noted]), CallTitle.Parse(call.Title).Disposition) with { NotedRep = noted };
        var isBack = known.Crm == CallCrm.Gone && call.Crm == CallCrm.Shown;
        // What the CRM threw away does not come back from a file.
        if (known.Crm == CallCrm.Gone && !isBack) return Fate.Known;
        if (!isBack && CallVersion.Compare(call, known, key => register[key].Member) <= 0) return See(known, call);
        if (!isBack && CallVersion.SameContent(call, known))
        {
            calls.Update(known with { Updated = call.Updated, Crm = Later(known, call) });
            return Fate.Refreshed;
        }

        // A person named the rep of a call whose note names none; that holds.
        if (call.NotedRep is null && known is { NotedRep: null, Rep: { } named })
            call = Credit(call, register[named], CallTitle.Parse(call.Title).Disposition);
        Replace(known, call with { Crm = Later(known, call) });
        return Fate.Replaced;
    }

    /// <summary>Takes a call that is gone from the CRM out of all counters; its XP stays.</summary>
    /// <returns>Whether it was known, and is gone now.</returns>
    public bool Withdraw(Guid note)
    {
        if (calls.Find(note) is not { } known || known.Crm == CallCrm.Gone) return false;
        Replace(known, known with { Rep = null, Day = null, Sources = CallSource.None, Change = audit, Crm = CallCrm.Gone });
        return true;
    }

    private Fate See(CallRow known, CallRow call)
    {
        if (Later(known, call) == known.Crm) return Fate.Known;
        calls.Update(known with { Crm = call.Crm });
        return Fate.Refreshed;
    }

    private static CallCrm Later(CallRow known, CallRow call) => call.Crm == CallCrm.Shown ? CallCrm.Shown : known.Crm;

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
