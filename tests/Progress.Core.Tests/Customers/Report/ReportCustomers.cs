using Progress.Customers;
using Progress.Import;
using Progress.Store;

namespace Progress.Tests.Customers;

/// <summary>Four customers in a store, as of 2026-09-30: one at work, one who has paused and whose milestone is complete, one without a name, and one without records.</summary>
internal sealed class ReportCustomers : IDisposable
{
    public static readonly IsoTime AsOf = new(new DateOnly(2026, 9, 30));

    private const string Catalog = """
        TaskId,TaskName,TaskSource,StageMilestone,CompetencyArea,PriorityLevel,PlatformTool,CompetencyImpact,DependsOn
        seed-task-1,Define Ideal Customer Profile (ICP),Seed_Tasks,Initial PMF (Product-Market Fit),customerAnalysis,high,icp-analysis,5,
        seed-task-2,Interview | <b>ten</b> users,Seed_Tasks,Initial PMF (Product-Market Fit),customerAnalysis,critical,none,4,seed-task-1
        seed-task-3,Price it,Seed_Tasks,Initial PMF (Product-Market Fit),valueCommunication,medium,financial-impact,3,
        seed-task-10,Tell the board,Seed_Tasks,Initial PMF (Product-Market Fit),executiveReadiness,medium,none,2,seed-task-3
        seed-task-20,Hire an AE,Series_A_Tasks,Key Hires,general,low,resource-library,6,
        seed-task-21,Write the scorecard,custom,Weekly review,general,high,resource-library,1,

        """;

    private readonly TestStore test = new("Europe/Berlin");

    public ReportCustomers()
    {
        TaskCatalogImport.FromFile(Store, test.Write("catalog.csv", Catalog), new FileImportOptions());
        CustomerDirectory.Add(Store, new NewCustomer("CUST_01", "Ana Ölmez & Söhne", "Initial_PMF"));
        CustomerDirectory.Add(Store, new NewCustomer("CUST_02", "Bo | <b>New</b>", "Key_Hires"));
        CustomerDirectory.Add(Store, new NewCustomer("CUST_03", null, "Initial_PMF"));
        CustomerDirectory.Add(Store, new NewCustomer("CUST_04", "Cleo"));
        Done("CUST_01", "seed-task-1", "2026-08-05");
        Done("CUST_01", "seed-task-20", "2026-09-14");
        Done("CUST_01", "seed-task-2", "2026-09-23");
        Done("CUST_01", "seed-task-21", "2026-10-02");
        Is("CUST_01", "seed-task-3", "in_progress");
        Done("CUST_02", "seed-task-20", "2026-05-18");
        Done("CUST_02", "seed-task-1", "2026-07-06");
        Done("CUST_03", "seed-task-1", "2026-09-29");
        Is("CUST_03", "seed-task-3", "skipped");
    }

    public ProgressStore Store => test.Store;

    public void Dispose() => test.Dispose();

    private void Done(string customer, string task, string day) =>
        Add(new NewTaskProgress { CustomerId = customer, TaskId = task, CompletedDate = DateOnly.Parse(day) });

    private void Is(string customer, string task, string status) => Add(new NewTaskProgress { CustomerId = customer, TaskId = task, Status = status });

    private void Add(NewTaskProgress progress)
    {
        if (TaskProgresses.Add(Store, [progress]).Single() is { Error: { } error }) throw error;
    }
}
