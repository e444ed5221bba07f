using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>One list of records to be read page by page.</summary>
/// <param name="Plural">The object.</param>
/// <param name="Filter">Which records; null all.</param>
/// <param name="OrderBy">The field that orders them, ascending.</param>
internal sealed record TwentyList(string Plural, string? Filter, string OrderBy)
{
    /// <summary>Fields wanted; null all. Older servers send all of them whatever is asked.</summary>
    public string? Fields { get; init; }

    /// <summary>Whether the list must be whole: a page that says nothing new is then a fault and not the end.</summary>
    public bool Whole { get; init; }
}

/// <summary>Reads lists page by page, to their end.</summary>
internal sealed class TwentyPages(TwentyCalls calls)
{
    /// <summary>Most records of a page; servers may send fewer.</summary>
    public const int PageSize = 200;

    private bool ignoresFields;

    /// <summary>Pages of records that were not in a page before.</summary>
    public IEnumerable<IReadOnlyList<JsonObject>> Read(TwentyList list, CancellationToken cancel)
    {
        var seen = new RecentIds();
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        for (string? after = null; ;)
        {
            var (rows, info) = Page(list, after, cancel);
            var fresh = rows.Where(r => Guid.TryParse(r.At("id").Text(), out var id) && seen.Add(id)).ToList();
            if (fresh.Count > 0) yield return fresh;
            if (!info.At("hasNextPage").IsTrue()) yield break;
            after = info.At("endCursor").Text();
            // servers have repeated pages for ever: a watermark takes up what follows, a whole list must be asked again
            if (after is not null && cursors.Add(after) && fresh.Count > 0) continue;
            if (list.Whole) throw Repeated(list);
            yield break;
        }
    }

    private (IReadOnlyList<JsonObject> Rows, JsonNode? Info) Page(TwentyList list, string? after, CancellationToken cancel)
    {
        if (ignoresFields) list = list with { Fields = null };
        try
        {
            return Once(list, after, cancel);
        }
        catch (RemoteException refused) when (list.Fields is not null && refused.Fault is RemoteFault.UnknownField or RemoteFault.Refused)
        {
            ignoresFields = true;
            return Once(list with { Fields = null }, after, cancel);
        }
    }

    private (IReadOnlyList<JsonObject> Rows, JsonNode? Info) Once(TwentyList list, string? after, CancellationToken cancel)
    {
        var path = $"/rest/{list.Plural}";
        List<(string, string)> query = [("depth", "0"), ("limit", $"{PageSize}"), ("order_by", $"{list.OrderBy}[AscNullsFirst]")];
        if (list.Filter is { } filter) query.Add(("filter", filter));
        if (list.Fields is { } fields) query.Add(("fields", fields));
        if (after is not null) query.Add(("starting_after", after));
        var body = calls.Read(RemoteRequest.Get(path, [.. query]), cancel);
        if (body.At("data").At(list.Plural) is not JsonArray rows) throw calls.Shapeless(path, false);
        return ([.. rows.Objects()], body.At("pageInfo") ?? body.At("data").At("pageInfo"));
    }

    private RemoteException Repeated(TwentyList list) => new(
        RemoteFault.BadAnswer, $"{calls.Host} repeats a page of {list.Plural} instead of going on. Sync again; if it stays so, update Twenty.");
}
