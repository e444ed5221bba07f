using Progress.Settings;

namespace Progress.Customers;

/// <summary>A customer as of a day, with what it can do next.</summary>
internal sealed class CustomerState(CustomerEntry customer, TaskTally tally, CatalogIndex catalog, RecommendationWeights weights)
{
    public CustomerEntry Customer { get; } = customer;

    public TaskTally Tally { get; } = tally;

    public CatalogIndex Catalog { get; } = catalog;

    public MilestoneProgress? MilestoneProgress => MilestoneProgress.Of(Customer.Milestone, Tally, Catalog);

    public TaskScorer Scorer { get; } = new(customer.Milestone, tally, catalog, weights);

    /// <summary>What can be done next, best first.</summary>
    public IEnumerable<(CatalogTask Task, TaskScore Score)> Recommended => Recommend.Best(Tally, Catalog, Scorer);
}
