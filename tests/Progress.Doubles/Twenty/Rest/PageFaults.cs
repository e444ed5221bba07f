namespace Progress.Doubles;

/// <summary>Pages that are not what was asked for.</summary>
internal sealed class PageFaults
{
    private readonly Dictionary<string, Page> last = [];

    /// <param name="after">The cursor that was asked from.</param>
    public Page Of(DoubleRequest request, CallContext call, string? after, Func<Page> read)
    {
        if (call.Fault?.Kind == FaultKind.DuplicatePage && last.TryGetValue(request.Path, out var before))
            return before;
        var page = read();
        last[request.Path] = page;
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
}
