using Progress.Customers;
using Xunit;

namespace Progress.Tests.Customers;

/// <summary>Recommendations of the samples beside those that LINQ makes of the files, with no code of the product.</summary>
public sealed class SampleRecommendationTests(SampleRollupTests.Fixture fixture) : IClassFixture<SampleRollupTests.Fixture>
{
    private static readonly Dictionary<string, int> Urgency = new() { ["critical"] = 4, ["high"] = 3, ["medium"] = 2, ["low"] = 1 };

    private static readonly Dictionary<string, string> Milestones = new()
    {
        ["Initial PMF (Product-Market Fit)"] = "Initial_PMF", ["Key Hires"] = "Key_Hires", ["Scalability/Revenue"] = "Scalability_Revenue",
    };

    [Theory]
    [InlineData("2026-11-20", 5)]
    [InlineData("2026-07-15", 60)]
    public void Recommendations_are_those_of_the_files(string asOf, int top)
    {
        var day = DateOnly.Parse(asOf);
        var actual = TaskRecommendations.Get(fixture.Samples.Store, top: top, asOf: new IsoTime(day)).ToLookup(r => r.CustomerId);
        foreach (var customer in SampleTables.Customers)
        {
            var expected = Expected(customer, day).Take(top).ToList();
            Assert.Equal(expected.Select(e => e.Task), actual[customer].Select(r => r.TaskId));
            Assert.All(expected.Zip(actual[customer]), pair => Assert.Equal(pair.First.Score, (double)pair.Second.Score, 1e-6));
            Assert.Equal(Enumerable.Range(1, expected.Count), actual[customer].Select(r => r.Place));
        }
    }

    [Fact]
    public void The_names_of_the_best_five_stand_in_the_roll_ups()
    {
        var best = TaskRecommendations.Get(fixture.Samples.Store).ToLookup(r => r.CustomerId, r => r.TaskName);
        Assert.All(CustomerProgresses.Get(fixture.Samples.Store), c => Assert.Equal(best[c.CustomerId], c.NextRecommendedTasks));
    }

    [Fact]
    public void The_explanation_adds_up_to_the_score()
    {
        var all = TaskRecommendations.Get(fixture.Samples.Store, top: 60, explain: true).ToList();
        Assert.NotEmpty(all);
        Assert.All(all, r => Assert.Equal(r.Score, r.Explanation!.Sum(l => l.Amount)));
        Assert.All(TaskRecommendations.Get(fixture.Samples.Store), r => Assert.Null(r.Explanation));
    }

    [Fact]
    public void None_or_fewer_are_refused()
    {
        var error = Assert.Throws<ProgressException>(() => TaskRecommendations.Get(fixture.Samples.Store, top: 0));
        Assert.Equal(("InvalidTop", "Top is 0; it must be 1 or more."), (error.Id, error.Message));
    }

    private static IEnumerable<(string Task, double Score)> Expected(string customer, DateOnly day)
    {
        var own = SampleTables.Progress.Where(p => p.Customer == customer && !(p.Completed > day)).ToList();
        var completed = own.Where(p => p.Status == "completed").ToList();
        var done = completed.Select(p => p.Task).ToHashSet();
        var skipped = own.Where(p => p.Status == "skipped").Select(p => p.Task).ToHashSet();
        var current = SampleStore.Milestone(customer);
        return SampleTables.Catalog
            .Where(t => !done.Contains(t.Id) && !skipped.Contains(t.Id) && t.DependsOn.All(done.Contains))
            // Ids of the samples have as many digits each; "seed" stands before "series".
            .Select(t => (t.Id, Score(t)))
            .OrderByDescending(t => Math.Round(t.Item2, 6)).ThenBy(t => t.Id, StringComparer.Ordinal);

        double Score(SampleTask task)
        {
            var gains = completed.Where(p => p.Competency == task.Competency).Sum(p => p.Impact);
            var asked = SampleTables.Catalog.Where(t => Milestones[t.Stage] == current && t.Competency == task.Competency).Sum(t => t.Impact);
            var gap = asked == 0 ? 0 : Math.Clamp(1 - ((double)gains / asked), 0, 1);
            return (4 * Urgency[task.Priority]) + (3 * gap * 4) + (Milestones[task.Stage] == current ? 8 : 0)
                + (completed.Any(p => p.Tool == task.Tool && p.Tool != "none") ? 4 : 0);
        }
    }
}
