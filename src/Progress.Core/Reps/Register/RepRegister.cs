using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Reps;

/// <summary>All reps of a store in memory, found by id or name.</summary>
internal sealed class RepRegister
{
    private readonly Dictionary<int, RepEntry> byKey = [];
    private readonly Dictionary<Guid, RepEntry> byMember = [];

    public IEnumerable<RepEntry> All => byKey.Values.OrderBy(r => r.DisplayName, StringComparer.Ordinal).ThenBy(r => r.Member);

    /// <summary>Reps that are counted and listed: active ones that were not merged away.</summary>
    public IEnumerable<RepEntry> Active => All.Where(r => r is { Active: true, MergedInto: null });

    public static RepRegister Load(ProgressStore store) => store.Read(Load);

    private static RepRegister Load(SqliteConnection connection)
    {
        var zones = connection
            .Query<(long Rep, long From, string Zone)>("SELECT rep, from_day, zone FROM rep_zone")
            .ToLookup(z => (int)z.Rep, z => ((int)z.From, z.Zone));
        var register = new RepRegister();
        const string sql = "SELECT id, member, name, redhawk, start_day AS Start, active, merged_into AS Merged, evaluated_through AS Evaluated FROM rep";
        foreach (var r in connection.Query<Row>(sql))
        {
            register.Put(new RepEntry(
                (int)r.Id, StoredValues.ToGuid(r.Member), r.Name, new RepZones(zones[(int)r.Id]), r.Redhawk,
                r.Start is { } start ? DateOnly.FromDayNumber((int)start) : null, r.Active != 0, (int?)r.Merged, (int?)r.Evaluated));
        }

        return register;
    }

    public void Put(RepEntry rep) => byKey[rep.Key] = byMember[rep.Member] = rep;

    public RepEntry this[int key] => byKey[key];

    public RepEntry? Member(Guid member) => byMember.GetValueOrDefault(member);

    /// <summary>Who is credited with what a rep does: the rep, or the one merged with.</summary>
    public RepEntry Credited(RepEntry rep)
    {
        while (rep.MergedInto is { } into) rep = byKey[into];
        return rep;
    }

    /// <summary>All ids of a rep: the rep's own, and those that were merged into it.</summary>
    public IEnumerable<Guid> Ids(RepEntry rep) => byMember.Values.Where(r => r.Key == rep.Key || (r.MergedInto is not null && Credited(r).Key == rep.Key)).Select(r => r.Member);

    /// <summary>The one rep that an id or a name means.</summary>
    /// <exception cref="ProgressException"><c>RepNotFound</c>, <c>RepAmbiguous</c>.</exception>
    public RepEntry One(string selector)
    {
        var found = Named(selector).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw NotFound(selector),
            _ => throw new ProgressException(
                "RepAmbiguous", ErrorKind.Conflict,
                $"'{selector}' is the name of {found.Count} reps: {string.Join(", ", found.Select(r => r.Member))}. Give the id.", selector),
        };
    }

    /// <summary>All reps that ids, names or wildcard patterns mean; all active ones without any.</summary>
    /// <exception cref="ProgressException"><c>RepNotFound</c>: a selector without wildcards that fits nobody.</exception>
    public IReadOnlyList<RepEntry> Select(IReadOnlyCollection<string>? selectors)
    {
        if (selectors is null or { Count: 0 }) return [.. Active];
        var found = new List<RepEntry>();
        foreach (var selector in selectors)
        {
            var pattern = new NamePattern(selector);
            // A name may hold what reads as a wildcard: "Ana [East]".
            var named = Named(selector).ToList();
            if (named.Count == 0 && !pattern.IsPattern) throw NotFound(selector);
            found.AddRange(named);
            if (pattern.IsPattern) found.AddRange(Active.Where(r => pattern.Fits(r.DisplayName)));
        }

        return [.. found.Distinct()];
    }

    public Rep Describe(RepEntry rep) =>
        new(rep.Member, rep.DisplayName, rep.Zones.Latest.Id, rep.RedHawk, rep.Start, rep.Active, rep.MergedInto is { } into ? byKey[into].Member : null);

    private static ProgressException NotFound(string selector) =>
        new("RepNotFound", ErrorKind.NotFound, $"There is no rep '{selector}'. Get-Rep lists the reps; New-Rep adds one.", selector);

    /// <summary>Who is credited under an id or a name: two ids of one person, once merged, are one.</summary>
    private IEnumerable<RepEntry> Named(string selector) =>
        Guid.TryParse(selector, out var member)
            ? byMember.TryGetValue(member, out var rep) ? [Credited(rep)] : []
            : All.Where(r => string.Equals(r.Name, selector, StringComparison.OrdinalIgnoreCase)).Select(Credited).Distinct();

    private sealed class Row
    {
        public long Id { get; init; }
        public byte[] Member { get; init; } = [];
        public string? Name { get; init; }
        public string? Redhawk { get; init; }
        public long? Start { get; init; }
        public long Active { get; init; }
        public long? Merged { get; init; }
        public long? Evaluated { get; init; }
    }
}
