namespace Progress.Customers;

/// <summary>A customer.</summary>
public sealed record Customer
{
    /// <summary>The customer's id, e.g. <c>CUST_02</c>: permanent, and the key of its row in Airtable.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Name, where known.</summary>
    public string? Name { get; init; }

    /// <summary>The milestone that the customer works on, one of <see cref="TaskOptions.Milestone"/>; null where none is set.</summary>
    public string? CurrentMilestone { get; init; }

    /// <summary>Whether the customer is listed.</summary>
    public bool Active { get; init; }

    /// <summary>Id of its row of Customer Assets in Airtable, once linked.</summary>
    public string? AirtableId { get; init; }
}

/// <summary>What is known of a new customer.</summary>
/// <param name="CustomerId">The id: letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, up to 64.</param>
/// <param name="Name">Name.</param>
/// <param name="CurrentMilestone">One of <see cref="TaskOptions.Milestone"/>.</param>
public sealed record NewCustomer(string CustomerId, string? Name = null, string? CurrentMilestone = null);

/// <summary>What to change on a customer; null leaves a value as it is.</summary>
/// <param name="Name">Name; empty removes it.</param>
/// <param name="CurrentMilestone">One of <see cref="TaskOptions.Milestone"/>; empty removes it.</param>
/// <param name="Active">Whether the customer is listed.</param>
public sealed record CustomerUpdate(string? Name = null, string? CurrentMilestone = null, bool? Active = null);
