namespace Progress.Doubles;

/// <summary>One state of a record. Values are by column; a shorter array has none of the newer columns.</summary>
internal sealed class RowVersion(object?[]? values, DateTime at, RowVersion? previous)
{
    /// <summary>Null after the row was destroyed.</summary>
    public object?[]? Values { get; } = values;

    public DateTime At { get; } = at;

    public bool IsFirst { get; } = previous is null;

    public RowVersion? Previous { get; set; } = previous;

    public object? this[int column] => column < Values!.Length ? Values[column] : null;
}

/// <summary>A record and, for reads from a replica, what it was before.</summary>
internal sealed class Row(Guid id)
{
    private const int KeptWithoutLag = 3;

    public Guid Id { get; } = id;

    public RowVersion? Current { get; private set; }

    public bool Exists => Current?.Values is not null;

    /// <param name="keepSince">Versions that were true at this time or later are kept.</param>
    public void Set(object?[]? values, DateTime at, DateTime? keepSince)
    {
        Current = new RowVersion(values, at, Current);
        var oldest = Current;
        for (var kept = 1; oldest.Previous is not null; kept++)
        {
            if (keepSince is { } since ? oldest.At <= since : kept >= KeptWithoutLag)
                oldest.Previous = null;
            else
                oldest = oldest.Previous;
        }
    }

    /// <summary>The version that was true at a time, as far as versions are kept; null where there was none.</summary>
    public RowVersion? AsOf(DateTime time)
    {
        var version = Current;
        while (version is not null && version.At > time)
        {
            if (version.IsFirst)
                return null;
            if (version.Previous is null)
                break;
            version = version.Previous;
        }

        return version?.Values is null ? null : version;
    }
}
