namespace Progress.Reps;

/// <summary>A rep as the store keeps it.</summary>
internal sealed record RepEntry(
    int Key, Guid Member, string? Name, RepZones Zones, string? RedHawk, DateOnly? Start, bool Active, int? MergedInto, int? EvaluatedThrough)
{
    public string DisplayName => Name ?? Member.ToString();
}
