using Progress.Customers;
using Progress.Reports;
using Xunit;

namespace Progress.Tests.Customers;

public sealed class CustomerReportTests : IDisposable
{
    private readonly ReportCustomers customers = new();

    [Fact]
    public void CSV_holds_where_customers_stand()
    {
        using var writer = new StringWriter();
        ReportWriter.Write(All(), ReportKind.Csv, writer);
        Assert.Equal(
            "CustomerId,Name,CurrentMilestone,MilestoneByCount,MilestoneByImpact,ActiveTasks,CompletedTasks,TaskCompletionRate,LastTaskCompleted,CompletionVelocity,PreferredTools,SuggestedMilestone",
            writer.ToString().Split('\n')[0].TrimEnd('\r'));
    }

    [Fact]
    public void A_customer_without_records_is_no_data_and_never_0()
    {
        var row = Table("Where customers stand").Rows.Single(r => r[0] is "CUST_04");
        Assert.Equal([null, null, null, 0, 0, null, null, null], row.Skip(2).Take(8));
        Assert.All(Table("What the rates rest on").Rows.Single(r => r[0] is "Cleo (CUST_04)").Skip(1), Assert.Null);
    }

    [Fact]
    public void Every_rate_names_numerator_and_denominator() => Assert.Equal(
        ["Ana Ölmez & Söhne (CUST_01)", "75.0% (3/4)", "0.38 a week (3/8)", "37.5% (3/8)", "66.7% (2/3)", "50.0% (2/4)", "64.3% (9/14)"],
        Table("What the rates rest on").Rows[0]);

    [Theory]
    [InlineData("Ana Ölmez & Söhne (CUST_01)", "occasional", 7, 40, 3)]
    [InlineData("Bo | <b>New</b> (CUST_02)", "paused", 86, 49, 0)]
    [InlineData("CUST_03", "this week", 1, null, 0)]
    [InlineData("Cleo (CUST_04)", "not begun", null, null, 0)]
    public void Behaviour_is_assessed(string customer, string engagement, int? since, int? gap, int weeks) =>
        Assert.Equal([customer, engagement, since, gap, weeks], Table("Behavioural assessment").Rows.Single(r => r[0] is string c && c == customer).Take(5));

    [Fact]
    public void Those_who_wait_longest_stand_first() =>
        Assert.Equal([null, 86, 7, 1], Table("Behavioural assessment").Rows.Select(r => r[2]));

    [Fact]
    public void The_weeks_of_the_chart_are_those_of_the_velocity()
    {
        var chart = Section(All(), "Behavioural assessment").Blocks.OfType<ReportLines>().Single();
        Assert.Equal(["2026-08-09", "2026-08-16", "2026-08-23", "2026-08-30", "2026-09-06", "2026-09-13", "2026-09-20", "2026-09-27"], chart.Categories);
        Assert.Equal([1, 0, 0, 0, 0, 0, 1, 1], chart.Series[0].Values);
        Assert.Equal([3d, 0, 0, 0], chart.Series.Select(s => s.Values.Sum()));
    }

    [Fact]
    public void Gains_stand_beside_what_the_milestone_asks_for()
    {
        var bars = Section(One(), "Competency gains").Blocks.OfType<ReportBars>().Single();
        Assert.Equal(["Gained", "All tasks of Initial_PMF"], bars.Series.Select(s => s.Name));
        Assert.Equal([9, 0, 0, 6], bars.Series[0].Values);
        Assert.Equal([9, 3, 2, 0], bars.Series[1].Values);
    }

    [Fact]
    public void A_complete_milestone_names_the_next()
    {
        Assert.Equal(["Key_Hires", 1, 1, "100.0% (1/1)", "100.0% (6/6)"], Table("Milestone progression").Rows.Single(r => r[0] is "Key_Hires"));
        var texts = Section(All(), "Milestone progression").Blocks;
        Assert.Equal(["Bo | <b>New</b> (CUST_02): every task of Key_Hires is completed; next is Scalability_Revenue."], texts.OfType<ReportList>().Single().Items);
        Assert.Contains("1 customer without a milestone", texts.OfType<ReportText>().Single().Text);
    }

    [Fact]
    public void Tools_are_counted_over_completed_tasks() => Assert.Equal(
        [["icp-analysis", 3, "50.0% (3/6)", 3], ["financial-impact", 0, "0.0% (0/6)", 0], ["resource-library", 2, "33.3% (2/6)", 2], ["none", 1, "16.7% (1/6)", 1]],
        Table("Platform tool usage").Rows);

    [Fact]
    public void What_waits_for_a_skipped_task_is_told() => Assert.Equal(
        ["CUST_03: waiting for a skipped task: seed-task-10 for seed-task-3"],
        Section(All(), "Recommendations").Blocks.OfType<ReportList>().Single().Items);

    [Fact]
    public void Recommendations_are_those_of_the_command()
    {
        var expected = TaskRecommendations.Get(customers.Store, asOf: ReportCustomers.AsOf).Select(r => (r.Place, r.TaskId, r.Score));
        Assert.Equal(expected, Table("Recommendations").Rows.Select(r => ((int)r[1]!, (string)r[2]!, (decimal)r[4]!)));
    }

    [Fact]
    public void What_counts_nowhere_is_told()
    {
        var about = Section(All(), "About this report").Blocks.OfType<ReportList>().Single().Items;
        Assert.Contains("1 record is completed after that day and counts nowhere.", about);
        Assert.Contains("Stages of the catalogue that mean no milestone: Weekly review. The setting customers.milestones maps them.", about);
        Assert.Contains(about, item => item.Contains("2026-09-30 (Europe/Berlin)"));
        Assert.Contains("Weeks run from Monday to Sunday: 2026-08-03 to 2026-09-27.", about);
    }

    [Fact]
    public void Without_customers_there_is_a_report_too()
    {
        using var empty = new TestStore();
        var report = CustomerReports.Of(empty.Store);
        foreach (var kind in Enum.GetValues<ReportKind>()) ReportWriter.Write(report, kind, TextWriter.Null);
        Assert.Equal("As of 2026-09-30 · 0 customers", report.Subtitle);
    }

    [Fact]
    public void A_report_on_nobody_is_refused() =>
        Assert.Equal("CustomerNotFound", Assert.Throws<ProgressException>(() => CustomerReports.Of(customers.Store, ["Nobody"])).Id);

    public void Dispose() => customers.Dispose();

    private Report All() => CustomerReports.Of(customers.Store, asOf: ReportCustomers.AsOf);

    private Report One() => CustomerReports.Of(customers.Store, ["CUST_01"], ReportCustomers.AsOf);

    private ReportTable Table(string heading) => Section(All(), heading).Blocks.OfType<ReportTable>().First();

    private static ReportSection Section(Report report, string heading) => report.Sections.Single(s => s.Heading == heading);
}
