namespace Progress.Sync;

/// <summary>Why two values stand against each other.</summary>
public enum ConflictKind
{
    /// <summary>Both sides changed the field; the remote's value holds.</summary>
    BothChanged,

    /// <summary>Another writer took away what was there before, e.g. XP; what is shown here does not fall.</summary>
    Lowered,

    /// <summary>The remote has several records of one thing; they are read as one.</summary>
    Duplicate,

    /// <summary>A record that was there is not any more; another one takes its place.</summary>
    Gone,
}

/// <summary>A side of a conflict.</summary>
public enum ConflictSide
{
    /// <summary>Ours.</summary>
    Local,

    /// <summary>The remote's.</summary>
    Remote,
}

/// <summary>Two values that a merge could not settle by itself.</summary>
public sealed record CrmConflict
{
    /// <summary>Its number, which <c>Resolve-CrmConflict</c> takes.</summary>
    public required long Id { get; init; }

    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>The remote's object, e.g. <c>repProgression</c>.</summary>
    public required string Entity { get; init; }

    /// <summary>Our key of the record, e.g. the <c>workspaceMemberId</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The remote's id of the record.</summary>
    public required string Record { get; init; }

    /// <summary>Name of the rep, customer or task that it is about.</summary>
    public string? Name { get; init; }

    /// <summary>The field.</summary>
    public required string Field { get; init; }

    /// <summary>Why.</summary>
    public required ConflictKind Kind { get; init; }

    /// <summary>Our value.</summary>
    public string? Local { get; init; }

    /// <summary>The remote's value.</summary>
    public string? Remote { get; init; }

    /// <summary>Who wrote the remote's value, where it tells.</summary>
    public string? By { get; init; }

    /// <summary>When it was found, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>When it was resolved, UTC; null while it is open.</summary>
    public DateTime? Resolved { get; init; }

    /// <summary>Which side was used.</summary>
    public ConflictSide? Used { get; init; }

    /// <summary>What to do; null once it is resolved.</summary>
    public string? NextStep => Resolved is null ? Kind switch
    {
        ConflictKind.BothChanged => $"Resolve-CrmConflict {Id} -Use Local sends our value; -Use Remote keeps theirs.",
        ConflictKind.Lowered => $"Resolve-CrmConflict {Id} -Use Local puts back what was taken; -Use Remote accepts it there.",
        ConflictKind.Gone => $"A new record holds what our devices know. Resolve-CrmConflict {Id} -Use Local also puts back what others had contributed; -Use Remote leaves it.",
        _ => $"Delete all but one of the records there, then Resolve-CrmConflict {Id} -Use Remote.",
    } : null;
}
