namespace Progress.Doubles;

/// <summary>Pages that are not what was asked for.</summary>
internal sealed class PageFaults
{
    private readonly Dictionary<string, Page> last = [];

    /// <param name="after">The cursor that was asked from.</param>
    public Page Of(DoubleRequest request, CallContext call, string? after, Func<Page> read)
    {
        // A page comes again within its list; one of another question is none of its answers.
        if (call.Fault?.Kind == FaultKind.DuplicatePage && after is not null && last.TryGetValue(List(request), out var before))
            return before;
        var page = read();
        last[List(request)] = page;
        switch (call.Fault?.Kind)
        {
            case FaultKind.RepeatedCursor:
                return page with { HasNext = true, End = after ?? page.End };
            case FaultKind.Reorder:
                var rows = page.Rows.ToArray();
                call.Random.Shuffle(rows);
                return page with { Rows = [.. rows] };
            default:
                return page;
        }
    }

    private static string List(DoubleRequest request) =>
        $"{request.Path}?{string.Join('&', request.Query.Split('&').Where(part => !part.StartsWith("starting_after=", StringComparison.Ordinal)))}";
}
