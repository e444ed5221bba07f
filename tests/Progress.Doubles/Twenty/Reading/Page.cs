namespace Progress.Doubles;

internal sealed record PageRequest(
    RecordFilter Filter, RecordOrder Order, int Limit, string? After = null, string? Before = null);

/// <summary>Some rows of a list, in its order.</summary>
/// <param name="Total">Rows that match the filter, wherever the cursor is.</param>
internal sealed record Page(List<RowVersion> Rows, int Total, bool HasNext, bool HasPrevious, string? Start, string? End);
