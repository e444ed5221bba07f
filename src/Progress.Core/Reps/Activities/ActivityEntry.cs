using Dapper;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Activities entered in one change.</summary>
internal sealed class ActivityEntry(StoreChange change) : IDisposable
{
    /// <summary>Most of a kind in one entry; more is a slip of the finger.</summary>
    public const int MaxCount = 10_000;

    private readonly RepRegister register = RepRegister.Load(change.Store);
    private readonly RuleBook book = RuleBook.Load(change.Store);
    private readonly FactTable facts = new(change.Connection);
    private readonly DayLedger days = new();
    private long audit;

    public RepActivity Add(NewActivity activity)
    {
        var rep = register.One(activity.Rep);
        var at = activity.At is { } time ? rep.Zones.ToUtc(time) : change.Now;
        var day = rep.Zones.ToLocal(at).Day;
        var rules = book.InForce(day);
        var kind = ActivityKinds.Resolve(rules.Set, activity.Kind);
        Check(activity, kind);
        var key = string.IsNullOrWhiteSpace(activity.Id) ? change.Store.Options.NewId().ToString() : activity.Id.Trim();
        var row = new ActivityRow
        {
            Key = key, Rep = rep.Key, Kind = kind, At = at.ToMs(), Day = day, Count = activity.Count,
            Lead = string.IsNullOrWhiteSpace(activity.LeadId) ? null : activity.LeadId,
        };
        if (ActivityTable.Find(change.Connection, key) is { } known) return Known(known, row, atGiven: activity.At is not null);
        if (CrmOutcome.IsKey(key))
            throw new ProgressException(
                "ReservedId", ErrorKind.InvalidData, $"Id '{key}' begins with {CrmOutcome.Prefix}, as only ids of the CRM's own records do. Give another -Id.", key);
        audit = change.Audit("activity", key, null, new { Rep = rep.Member, Kind = kind, At = at, activity.Count, LeadId = row.Lead });
        ActivityTable.Insert(change.Connection, row, audit);
        DayFields.AddActivity(days[rep.Key, day], rules.Set, kind, activity.Count);
        Pay(rep, row, rules);
        return ActivityTable.Find(change.Connection, key)!.Describe(register);
    }

    public RepActivity Undo(string id)
    {
        var row = ActivityTable.Find(change.Connection, id)
            ?? throw new ProgressException("ActivityNotFound", ErrorKind.NotFound, $"There is no activity '{id}'. Get-RepActivity lists them.", id);
        if (row.Undone is not null) return row.Describe(register);
        if (CrmOutcome.IsKey(row.Key))
            throw new ProgressException(
                "ActivityOfCrm", ErrorKind.Conflict,
                $"Activity '{row.Key}' counts because a record of the CRM shows it. Correct it there: the next sync takes it out of the counters.", row.Key);
        var before = row.Describe(register);
        var after = row.Describe(register, EntryStatus.Undone);
        audit = change.Audit("activity", row.Key, before, after);
        ActivityTable.Undo(change.Connection, row.Id, audit);
        DayFields.AddActivity(days[(int)row.Rep, (int)row.Day], book.Of(row.Rules, (int)row.Day).Set, row.Kind, -(int)row.Count);
        return after;
    }

    public void Settle(CancellationToken cancel)
    {
        var earliest = days.Earliest();
        days.Flush(change);
        Awards.Settle(change, audit, register, book, earliest, cancel);
        if (audit == 0) change.TakeBack();
    }

    public void Dispose() => facts.Dispose();

    private static void Check(NewActivity activity, string kind)
    {
        if (activity.Count is < 1 or > MaxCount)
            throw new ProgressException("InvalidCount", ErrorKind.InvalidData, $"Count is {activity.Count}; allowed: 1 to {MaxCount}. Undo-RepActivity takes an activity back.", activity.Count);
        if (ActivityKinds.NeedsLead(kind) && string.IsNullOrWhiteSpace(activity.LeadId))
            throw new ProgressException("LeadRequired", ErrorKind.InvalidData, $"'{kind}' needs -LeadId: cadence completion is counted by lead.", kind);
        if (ActivityKinds.IsDayAward(kind) && activity.Count > 1)
            throw new ProgressException("InvalidCount", ErrorKind.InvalidData, $"'{kind}' is paid once a day; Count is {activity.Count}.", activity.Count);
    }

    private RepActivity Known(ActivityRow known, ActivityRow row, bool atGiven)
    {
        var same = known.Rep == row.Rep && known.Kind == row.Kind && known.Count == row.Count && known.Lead == row.Lead && (!atGiven || known.At == row.At);
        if (same) return known.Describe(register, EntryStatus.Duplicate);
        var was = known.Describe(register);
        throw new ProgressException(
            "ActivityConflict", ErrorKind.Conflict,
            $"Id '{row.Key}' stands for another activity: {was.Kind} × {was.Count} of {was.Name} at {IsoText.Utc(was.At)}. Give another -Id, or correct that one with Undo-RepActivity.",
            row.Key);
    }

    private void Pay(RepEntry rep, ActivityRow row, RuleVersion rules)
    {
        if (ActivityKinds.IsDayAward(row.Kind))
        {
            PayDayAward(rep, row, rules);
            return;
        }

        var xp = rules.Set.Xp[row.Kind] * row.Count;
        facts.Grant(rep.Key, new XpFact($"activity:{row.Key}", row.Kind, xp, StoredValues.FromMs(row.At), (int)row.Day, rules.Id, row.Lead));
        DayFields.Add(days[rep.Key, (int)row.Day], DayField.OwnXp, xp);
    }

    private void PayDayAward(RepEntry rep, ActivityRow row, RuleVersion rules)
    {
        var column = row.Kind == XpSource.FirstDialOfDay ? "first_dial" : "streak";
        var sql = $"""
            INSERT INTO day_award (rep, day, first_dial, streak, rules) VALUES (@rep, @day, 0, 0, @rules) ON CONFLICT DO NOTHING;
            UPDATE day_award SET {column} = @xp WHERE rep = @rep AND day = @day AND {column} = 0
            """;
        var xp = rules.Set.Xp[row.Kind];
        var before = DayAwardXp(rep, row);
        change.Connection.Execute(sql, new { rep = rep.Key, day = row.Day, rules = rules.Id, xp });
        DayFields.Add(days[rep.Key, (int)row.Day], DayField.AwardXp, DayAwardXp(rep, row) - before);
    }

    private long DayAwardXp(RepEntry rep, ActivityRow row) =>
        change.Connection.ExecuteScalar<long>(
            "SELECT coalesce(sum(first_dial + streak), 0) FROM day_award WHERE rep = @rep AND day = @day", new { rep = rep.Key, day = row.Day });
}
