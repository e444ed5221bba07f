using Progress.Customers;

namespace Progress.Tests;

/// <summary>A workplace with a small catalogue and two customers, for tests that leave it as good as they found it.</summary>
public sealed class CustomerPlace : IDisposable
{
    public const string Day = "2026-10-27";

    /// <summary>Four tasks of a milestone, one of which waits for another.</summary>
    private const string Catalog = """
        TaskId,TaskName,TaskSource,StageMilestone,CompetencyArea,PriorityLevel,PlatformTool,CompetencyImpact,DependsOn
        t-1,Define the profile,Seed_Tasks,Initial PMF (Product-Market Fit),customerAnalysis,high,icp-analysis,5,
        t-2,Price the pilot,Seed_Tasks,Initial PMF (Product-Market Fit),valueCommunication,critical,financial-impact,4,t-1
        t-3,Rehearse the board,Series_A_Tasks,Initial PMF (Product-Market Fit),executiveReadiness,low,none,3,t-2
        t-4,Tell the story,custom,Series A,valueCommunication,medium,none,2,

        """;

    /// <summary>One has done two of the three, of which one a year ago; the other has begun.</summary>
    private const string Progress = """
        CustomerId,TaskId,Status,CompletedDate,PlatformToolUsed
        CUST_01,t-1,completed,2026-10-20,icp-analysis
        CUST_01,t-4,completed,2025-10-20,none
        CUST_02,t-1,in_progress,,

        """;

    public CustomerPlace()
    {
        using (var store = Place.Open())
        {
            CustomerDirectory.Add(store, new NewCustomer("CUST_01", "Birchline", "Initial_PMF"));
            CustomerDirectory.Add(store, new NewCustomer("CUST_02", "Coral Desk"));
        }

        Place.Do("import-catalog", Place.Write("catalog.csv", Catalog));
        Place.Do("import-progress", Place.Write("progress.csv", Progress));
    }

    internal Workplace Place { get; } = new();

    public void Dispose() => Place.Dispose();
}
