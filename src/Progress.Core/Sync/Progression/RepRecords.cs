using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Records of a rep, of merged ids too.</summary>
/// <param name="Member">The rep's <c>workspaceMemberId</c>.</param>
/// <param name="Shadows">As told last.</param>
/// <param name="Now">As told now.</param>
/// <param name="Gone">Those that are not there any more.</param>
internal sealed record RepRecords(Guid Member, IReadOnlyList<RemoteRecord> Shadows, IReadOnlyList<RemoteRecord> Now, IReadOnlyList<RemoteRecord> Gone)
{
    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(2);

    /// <summary>Records under the rep's own id.</summary>
    public IReadOnlyList<RemoteRecord> Own => [.. Now.Where(r => r.Key == Member.ToString()).OrderBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>The record that we write to: the one whose id follows from the member, else the first.</summary>
    public RemoteRecord? Canonical => Own.FirstOrDefault(r => RecordId.Is(Member, r.Id)) ?? (Own.Count > 0 ? Own[0] : null);

    /// <summary>A record as told last, or null.</summary>
    public RemoteRecord? Before(RemoteRecord? record) => Shadows.FirstOrDefault(s => s.Id == record?.Id);

    /// <summary>
    /// Whether a read comes from a replica that does not know yet what we know: then what was taken back would seem to be. A row that
    /// another program dated back stays so, and is taken after a while.
    /// </summary>
    private static bool IsStale(ProgressStore store, string connection, RemoteRecord shadow, RemoteRecord read)
    {
        if (shadow.Id != read.Id) return false;
        // A workspace that lost the field tells no revision, and not a lower one.
        var lower = read.Fields.ContainsKey(ProgressionFields.Revision) && Revision(read) < Revision(shadow);
        var older = Updated(read) < Updated(shadow);
        // Older by both counts is an old page, whenever it comes.
        return (older && lower) || ((older || lower) && IsRecent(store, connection, shadow));
    }

    private static bool IsRecent(ProgressStore store, string connection, RemoteRecord shadow) =>
        store.UtcNow - ShadowTable.At(store, connection, EntityNames.RepProgression, shadow) < LongestLag;

    private static long Revision(RemoteRecord record) => JsonTree.Whole(record.Fields[ProgressionFields.Revision]) ?? 0;

    private static DateTime? Updated(RemoteRecord record) =>
        IsoTime.TryParse(record.Fields["updatedAt"].Text(), out var time) ? time.ToUtc(TimeZoneInfo.Utc) : null;

    /// <param name="store">The store.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="rep">The rep.</param>
    /// <param name="ids">The rep's ids.</param>
    /// <param name="asked">Ids of which everything was read.</param>
    /// <param name="read">What was read.</param>
    public static RepRecords Of(
        ProgressStore store, string connection, RepEntry rep, IEnumerable<Guid> ids, IReadOnlySet<Guid> asked, ILookup<Guid, RemoteRecord> read)
    {
        var (shadows, now, gone) = (new List<RemoteRecord>(), new List<RemoteRecord>(), new List<RemoteRecord>());
        foreach (var id in ids)
        {
            var before = ShadowTable.Read(store, connection, EntityNames.RepProgression, id.ToString());
            shadows.AddRange(before);
            now.AddRange(read[id].Select(r => before.FirstOrDefault(b => IsStale(store, connection, b, r)) ?? r));
            // A page of changes does not tell of records that did not change, and a late replica of none that is new.
            foreach (var missing in before.Where(b => read[id].All(r => r.Id != b.Id)))
                (asked.Contains(id) && !IsRecent(store, connection, missing) ? gone : now).Add(missing);
        }

        return new RepRecords(rep.Member, shadows, now, gone);
    }
}
