using Progress.Reps;

namespace Progress.Demo;

/// <summary>What a demo made.</summary>
/// <param name="Folder">The folder it is in.</param>
/// <param name="StorePath">Its store.</param>
/// <param name="AsOf">The last day of the reps' data, which it takes for their today.</param>
/// <param name="Summary">What the import of the call notes did.</param>
/// <param name="Reps">Reps added.</param>
/// <param name="Activities">Activities entered.</param>
/// <param name="Achievements">Training facts entered.</param>
/// <param name="CustomersAsOf">The last day of the customers' data, which it takes for their today.</param>
/// <param name="Customers">Customers added.</param>
/// <param name="CatalogTasks">Tasks of the catalogue imported.</param>
/// <param name="TaskProgress">Progress records imported.</param>
/// <param name="Reports">Paths of the reports: team.md, team.csv, team.html, card.html, customers.md, customers.csv and customers.html.</param>
/// <param name="FeaturedRep">Name of the rep whose card it is: the one with most to gain from training.</param>
/// <param name="FeaturedCustomer">Id of the customer to look at first: the one whose last completed task is longest ago.</param>
public sealed record DemoResult(
    string Folder, string StorePath, DateOnly AsOf, ImportSummary Summary, int Reps, int Activities, int Achievements,
    DateOnly CustomersAsOf, int Customers, long CatalogTasks, long TaskProgress,
    IReadOnlyList<string> Reports, string FeaturedRep, string FeaturedCustomer);
