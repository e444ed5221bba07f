namespace Progress.Customers;

/// <summary>A customer as the store keeps it.</summary>
internal sealed record CustomerEntry(int Key, string Id, string? Name, string? Milestone, bool Active, string? Remote)
{
    public string DisplayName => Name ?? Id;

    public Customer Describe() =>
        new() { CustomerId = Id, Name = Name, CurrentMilestone = Milestone, Active = Active, AirtableId = Remote };
}
