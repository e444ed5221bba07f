using System.Globalization;
using System.Text.Json.Nodes;

namespace Progress.Sync.Airtable;

/// <summary>A page of records, and what it says of the list.</summary>
/// <param name="Records">Records that were not in a page before.</param>
/// <param name="Began">When the list was begun, by the remote's clock; null where it does not tell.</param>
/// <param name="IsLast">Whether the list ends with it.</param>
internal sealed record RecordPage(IReadOnlyList<RemoteRecord> Records, DateTime? Began, bool IsLast);

/// <summary>Reads lists page by page, to their end.</summary>
internal sealed class RecordPages(AirtableCalls calls)
{
    /// <summary>Most records of a page.</summary>
    public const int PageSize = 100;

    // a list that the server has forgotten is begun anew; one that it always forgets is left
    private const int Restarts = 3;

    // rows that change meanwhile may come again; a list in which nothing else comes does not end
    private const int MostStale = 10;

    /// <param name="table">The table.</param>
    /// <param name="filter">Which records, as a formula; null for all.</param>
    /// <param name="keysOnly">Whether the key is enough of each.</param>
    /// <param name="cancel">Stops it.</param>
    public IEnumerable<RecordPage> Read(AirtableTable table, string? filter, bool keysOnly, CancellationToken cancel)
    {
        var seen = new HashSet<UInt128>();
        var offsets = new HashSet<string>(StringComparer.Ordinal);
        DateTime? began = null;
        string? offset = null;
        for (int restarts = 0, stale = 0; ;)
        {
            var reply = Page(table, Query(table, filter, keysOnly, offset), cancel);
            if (reply is null)
            {
                if (++restarts > Restarts) throw Forgotten(table);
                offsets.Clear();
                offset = null;
                continue;
            }

            if (reply.Body.At("records") is not JsonArray rows) throw calls.Shapeless("the records", false);
            began ??= Served(reply);
            offset = reply.Body.At("offset").Text();
            var fresh = rows.Objects().Select(table.Record).Where(r => seen.Add(Number(r.Id))).ToList();
            stale = fresh.Count > 0 ? 0 : stale + 1;
            if (offset is not null && ((!offsets.Add(offset) && stale > 0) || stale > MostStale)) throw Repeated(table);
            yield return new(fresh, began, offset is null);
            if (offset is null) yield break;
        }
    }

    private static JsonObject Query(AirtableTable table, string? filter, bool keysOnly, string? offset)
    {
        var query = new JsonObject { ["pageSize"] = PageSize, ["fields"] = table.Wanted(keysOnly), ["returnFieldsByFieldId"] = true };
        if (filter is not null) query["filterByFormula"] = filter;
        if (offset is not null) query["offset"] = offset;
        return query;
    }

    /// <summary>Null where the server has forgotten the list.</summary>
    private RemoteReply? Page(AirtableTable table, JsonObject query, CancellationToken cancel)
    {
        try
        {
            return calls.List(table.Id, query, cancel);
        }
        catch (RemoteException forgotten) when (query.ContainsKey("offset") && forgotten.Code is AirtableFaults.ListEnded or AirtableFaults.OffsetUnknown)
        {
            return null;
        }
    }

    private static DateTime? Served(RemoteReply reply) =>
        DateTime.TryParseExact(
            reply.Header("Date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    // ids as numbers: of a large table they are all that is kept
    private static UInt128 Number(string id) => id.Aggregate(UInt128.Zero, (number, c) => unchecked((number * 131) + c));

    private RemoteException Forgotten(AirtableTable table) => new(
        RemoteFault.BadAnswer, $"{calls.Host} forgets the list of {table.Mapped.Title} again and again before it is read. Nothing is lost: sync again later.");

    private RemoteException Repeated(AirtableTable table) => new(
        RemoteFault.BadAnswer, $"{calls.Host} repeats a page of {table.Mapped.Title} instead of going on. Nothing is lost: sync again later.");
}
