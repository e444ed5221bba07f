using Dapper;
using Progress.Settings;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Adds, changes and lists reps.</summary>
public static class RepDirectory
{
    /// <summary>Reps in order of name.</summary>
    /// <param name="store">The store.</param>
    /// <param name="selectors">Ids, names or wildcard patterns; all active reps without any.</param>
    /// <param name="includeInactive">Also those made inactive or merged away.</param>
    /// <exception cref="ProgressException"><c>RepNotFound</c>.</exception>
    public static IReadOnlyList<Rep> List(ProgressStore store, IReadOnlyCollection<string>? selectors = null, bool includeInactive = false)
    {
        var register = RepRegister.Load(store);
        var reps = includeInactive && selectors is not { Count: > 0 } ? register.All : register.Select(selectors);
        return [.. reps.Select(register.Describe)];
    }

    /// <summary>Adds a rep.</summary>
    /// <exception cref="ProgressException"><c>RepExists</c>, <c>InvalidRepId</c>, <c>InvalidTimeZone</c>, <c>RedHawkIdTaken</c>.</exception>
    public static Rep Add(ProgressStore store, NewRep rep, bool dryRun = false, CancellationToken cancel = default)
    {
        // An empty CSV cell says nothing.
        rep = rep with { Name = NotEmpty(rep.Name), TimeZone = NotEmpty(rep.TimeZone), RedHawkId = NotEmpty(rep.RedHawkId) };
        var zone = CheckZone(rep.TimeZone ?? store.Options.TimeZone);
        if (rep.RepId == Guid.Empty)
            throw new ProgressException("InvalidRepId", ErrorKind.InvalidData, "RepId is all zeros; give the rep's workspaceMemberId.", rep.RepId);
        return store.Change(
            change =>
            {
                var register = RepRegister.Load(store);
                if (register.Member(rep.RepId) is { } existing)
                    throw new ProgressException(
                        "RepExists", ErrorKind.Conflict, $"Rep {rep.RepId} ({existing.DisplayName}) exists. Change it with Set-Rep.", rep.RepId);
                CheckRedHawk(register, rep.RedHawkId, null);
                var entry = Insert(change, register, rep with { TimeZone = zone });
                change.Audit("rep", rep.RepId.ToString(), null, register.Describe(entry));
                change.Outbox(ProgressionRecord.Entity, rep.RepId.ToString());
                return register.Describe(entry);
            },
            dryRun,
            cancel);
    }

    /// <summary>Changes a rep.</summary>
    /// <exception cref="ProgressException"><c>RepNotFound</c>, <c>RepAmbiguous</c>, <c>InvalidTimeZone</c>, <c>RedHawkIdTaken</c>.</exception>
    public static Rep Set(ProgressStore store, string selector, RepUpdate update, bool dryRun = false, CancellationToken cancel = default) =>
        store.Change(
            change =>
            {
                var register = RepRegister.Load(store);
                var rep = register.One(selector);
                var before = register.Describe(rep);
                CheckRedHawk(register, update.RedHawkId, rep);
                Update(change, rep, update);
                if (update.TimeZone is { } zone) SetZone(change, rep, CheckZone(zone), update.From);
                register = RepRegister.Load(store);
                var after = register.Describe(register[rep.Key]);
                if (after == before && update.TimeZone is null)
                {
                    change.TakeBack();
                    return after;
                }

                change.Audit("rep", rep.Member.ToString(), before, after);
                change.Outbox(ProgressionRecord.Entity, rep.Member.ToString());
                return after;
            },
            dryRun,
            cancel);

    internal static RepEntry Insert(StoreChange change, RepRegister register, NewRep rep)
    {
        const string sql = """
            INSERT INTO rep (member, name, redhawk, start_day) VALUES (@member, @name, @redhawk, @start) RETURNING id
            """;
        var id = change.Connection.QuerySingle<long>(
            sql, new { member = rep.RepId.ToBlob(), name = rep.Name, redhawk = rep.RedHawkId, start = rep.StartDate?.DayNumber });
        change.Connection.Execute("INSERT INTO rep_zone (rep, from_day, zone) VALUES (@id, 0, @zone)", new { id, zone = rep.TimeZone });
        var entry = new RepEntry(
            (int)id, rep.RepId, rep.Name, new RepZones([(0, rep.TimeZone!)]), rep.RedHawkId, rep.StartDate, Active: true, null, null);
        register.Put(entry);
        return entry;
    }

    private static void Update(StoreChange change, RepEntry rep, RepUpdate update)
    {
        const string sql = """
            UPDATE rep SET name = coalesce(@name, name), start_day = coalesce(@start, start_day), active = coalesce(@active, active),
                redhawk = CASE WHEN @redhawk IS NULL THEN redhawk WHEN @redhawk = '' THEN NULL ELSE @redhawk END
            WHERE id = @key
            """;
        change.Connection.Execute(
            sql, new { key = rep.Key, name = update.Name, start = update.StartDate?.DayNumber, active = update.Active, redhawk = update.RedHawkId });
    }

    internal static void SetZone(StoreChange change, RepEntry rep, string zone, DateOnly? from)
    {
        var day = from?.DayNumber ?? new RepZones([(0, zone)]).ToLocal(change.Now).Day;
        const string sql = """
            DELETE FROM rep_zone WHERE rep = @rep AND from_day > @day;
            INSERT INTO rep_zone (rep, from_day, zone) VALUES (@rep, @day, @zone) ON CONFLICT DO UPDATE SET zone = excluded.zone;
            """;
        change.Connection.Execute(sql, new { rep = rep.Key, day, zone });
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static void CheckRedHawk(RepRegister register, string? id, RepEntry? self)
    {
        if (string.IsNullOrEmpty(id)) return;
        if (register.All.FirstOrDefault(r => r.RedHawk == id && r.Key != self?.Key) is { } other)
            throw new ProgressException(
                "RedHawkIdTaken", ErrorKind.Conflict, $"RedHawk id '{id}' belongs to {other.DisplayName} ({other.Member}); an academy id maps to one rep.", id);
    }

    private static string CheckZone(string zone) =>
        IanaZone.TryFind(zone, out _)
            ? zone
            : throw new ProgressException("InvalidTimeZone", ErrorKind.InvalidData, IanaZone.Refusal(zone), zone);
}
