using System.Text.Json;
using Progress.Customers;
using Xunit;

namespace Progress.Tests.Customers;

/// <summary>The figures of the samples beside those that LINQ makes of the file, with no code of the product.</summary>
public sealed class SampleRollupTests(SampleRollupTests.Fixture fixture) : IClassFixture<SampleRollupTests.Fixture>
{
    // The first day is after the last completion, the second a Sunday amid them, the third before the first.
    public static TheoryData<string> Days => ["2026-11-20", "2026-08-30", "2026-04-01"];

    [Theory]
    [MemberData(nameof(Days))]
    public void Roll_ups_are_those_of_the_file(string asOf)
    {
        var day = DateOnly.Parse(asOf);
        foreach (var actual in Get(day))
        {
            var own = Own(actual.CustomerId, day);
            var done = own.Where(p => p.Status == "completed").ToList();
            var active = own.Count(p => p.Status == "in_progress");
            Assert.Equal((active, done.Count), (actual.ActiveTasks, actual.CompletedTasks));
            Assert.Equal(done.Count + active == 0 ? null : (double)done.Count / (done.Count + active), actual.TaskCompletionRate);
            Assert.Equal(done.Max(p => p.Completed), actual.LastTaskCompleted);
            Assert.Equal(
                new CompetencyGains(Sum("customerAnalysis"), Sum("valueCommunication"), Sum("executiveReadiness"), Sum("general")), actual.CompetencyGains);
            Assert.Equal(
                done.Where(p => p.Tool != "none").GroupBy(p => p.Tool).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key),
                actual.PreferredTools);

            int Sum(string area) => done.Where(p => p.Competency == area).Sum(p => p.Impact);
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Velocity_and_behaviour_are_those_of_the_file(string asOf)
    {
        var day = DateOnly.Parse(asOf);
        // The last Sunday that is not after the day.
        var sunday = Enumerable.Range(0, 7).Select(back => day.AddDays(-back)).First(d => d.DayOfWeek == DayOfWeek.Sunday);
        foreach (var actual in Get(day))
        {
            var done = Own(actual.CustomerId, day).Where(p => p.Status == "completed").ToList();
            var weeks = Enumerable.Range(0, 8).Select(w => done.Count(p => p.Completed > sunday.AddDays(-7 * (w + 1)) && p.Completed <= sunday.AddDays(-7 * w))).ToList();
            Assert.Equal((weeks.Sum(), 8), (actual.CompletedInWeeks, actual.Weeks));
            var isKnown = Own(actual.CustomerId, day).Count > 0;
            Assert.Equal(isKnown ? weeks.Sum() / 8d : null, actual.CompletionVelocity);
            Assert.Equal(isKnown ? weeks.Count(n => n > 0) / 8d : null, actual.WeeksWithCompletionShare);
            Assert.Equal(done.Count == 0 ? null : (double)done.Count(p => p.Tool != "none") / done.Count, actual.PlatformToolShare);
            var days = done.Select(p => p.Completed!.Value.DayNumber).Order().ToList();
            Assert.Equal(days.Count == 0 ? null : day.DayNumber - days[^1], actual.DaysSinceLastCompletion);
            Assert.Equal(days.Count < 2 ? null : days.Zip(days.Skip(1), (a, b) => b - a).Max(), actual.LongestGapDays);
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Milestones_are_those_of_the_files(string asOf)
    {
        var stages = new Dictionary<string, string>
        {
            ["Initial_PMF"] = "Initial PMF (Product-Market Fit)", ["Key_Hires"] = "Key Hires", ["Scalability_Revenue"] = "Scalability/Revenue",
        };
        foreach (var actual in Get(DateOnly.Parse(asOf)))
        {
            if (SampleStore.Milestone(actual.CustomerId) is not { } milestone)
            {
                Assert.Null(actual.MilestoneProgress);
                continue;
            }

            var done = Own(actual.CustomerId, actual.AsOf).Where(p => p.Status == "completed").Select(p => p.Task).ToHashSet();
            var tasks = SampleTables.Catalog.Where(t => t.Stage == stages[milestone]).ToList();
            Assert.Equal(tasks.Count(t => done.Contains(t.Id)) / (double)tasks.Count, actual.MilestoneProgress!.ByCount);
            Assert.Equal(tasks.Where(t => done.Contains(t.Id)).Sum(t => t.Impact) / (double)tasks.Sum(t => t.Impact), actual.MilestoneProgress.ByImpact);
        }
    }

    [Fact]
    public void The_JSON_texts_hold_the_figures()
    {
        foreach (var actual in Get(new DateOnly(2026, 11, 20)))
        {
            var gains = JsonSerializer.Deserialize<Dictionary<string, int>>(actual.TaskCompetencyGains)!;
            var all = Own(actual.CustomerId, actual.AsOf).Where(p => p.Status == "completed").GroupBy(p => p.Competency).ToDictionary(g => g.Key, g => g.Sum(p => p.Impact));
            string[] always = ["customerAnalysis", "valueCommunication", "executiveReadiness"];
            Assert.Equal(always.Concat(all.Keys.Where(k => k == "general")), gains.Keys);
            Assert.All(gains, g => Assert.Equal(all.GetValueOrDefault(g.Key), g.Value));
        }
    }

    [Fact]
    public void One_customer_s_figures_are_those_among_all()
    {
        var all = Get(new DateOnly(2026, 9, 30)).ToDictionary(c => c.CustomerId);
        Assert.Equal(40, all.Count);
        foreach (var id in SampleTables.Customers)
            Assert.Equal(
                TestStore.Csv([all[id]]), TestStore.Csv(CustomerProgresses.Get(fixture.Samples.Store, [id], new IsoTime(new DateOnly(2026, 9, 30)))));
    }

    private static List<SampleProgress> Own(string customer, DateOnly day) =>
        [.. SampleTables.Progress.Where(p => p.Customer == customer && !(p.Completed > day))];

    private List<CustomerProgress> Get(DateOnly day) => [.. CustomerProgresses.Get(fixture.Samples.Store, asOf: new IsoTime(day))];

    public sealed class Fixture : IDisposable
    {
        internal SampleStore Samples { get; } = new();

        public void Dispose() => Samples.Dispose();
    }
}
