namespace Progress.Customers;

/// <summary>Which records are wanted: those that fit all filters, of each filter one of its values.</summary>
public sealed record TaskProgressQuery
{
    /// <summary>Customers: ids, names or wildcard patterns; those of all customers without any.</summary>
    public IReadOnlyCollection<string>? Customer { get; init; }

    /// <summary>Of <see cref="TaskOptions.Status"/>.</summary>
    public IReadOnlyCollection<string>? Status { get; init; }

    /// <summary>Of <see cref="TaskOptions.Competency"/>.</summary>
    public IReadOnlyCollection<string>? Competency { get; init; }

    /// <summary>Of <see cref="TaskOptions.Milestone"/>, which takes all texts that mean it; or the free text.</summary>
    public IReadOnlyCollection<string>? Milestone { get; init; }

    /// <summary>Of <see cref="TaskOptions.Source"/>.</summary>
    public IReadOnlyCollection<string>? Source { get; init; }

    /// <summary>Only those completed after this day; not on it.</summary>
    public DateOnly? CompletedAfter { get; init; }

    /// <summary>Only those completed before this day; not on it.</summary>
    public DateOnly? CompletedBefore { get; init; }

    /// <summary>Most records that are wanted; all where null.</summary>
    public long? First { get; init; }

    /// <summary>How many are left out at the beginning.</summary>
    public long Skip { get; init; }
}
