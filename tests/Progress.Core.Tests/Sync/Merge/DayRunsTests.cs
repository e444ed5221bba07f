using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Spec, chapter 50: activeDays are runs of days.</summary>
public sealed class DayRunsTests
{
    private static readonly int First = new DateOnly(2026, 9, 1).DayNumber;

    [Fact]
    public void Days_that_follow_each_other_are_one_run()
    {
        var runs = DayRuns.Of([First, First + 1, First + 2, First + 6, First + 8, First + 9], [First], []);
        Assert.Equal("""{"active":["2026-09-01/2026-09-03","2026-09-07","2026-09-09/2026-09-10"],"dialed":["2026-09-01"],"streaks":[]}""", runs.ToJsonString());
    }

    [Theory]
    [InlineData("""["2026-09-01/2026-09-03","2026-09-02"]""", 3)]
    [InlineData("""["2026-09-03/2026-09-01"]""", 0)]
    [InlineData("""["2026-09-01/2026-09-03/2026-09-05","yesterday","2026-9-1",7,null]""", 0)]
    [InlineData("""["0001-01-01/9999-12-31"]""", 0)]
    [InlineData("\"2026-09-01\"", 0)]
    public void What_is_no_run_is_no_day(string active, int days) =>
        Assert.Equal(days, DayRuns.Days(JsonNode.Parse($$"""{"active":{{active}}}"""), DayRuns.Active).Count);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("\"{broken\"")]
    public void Without_runs_there_are_no_days(string json)
    {
        Assert.Empty(DayRuns.Days(JsonNode.Parse(json), DayRuns.Active));
        Assert.Empty(DayRuns.Format.Read(JsonNode.Parse(json)));
    }

    [Fact]
    public void Days_come_back_as_they_were_written_as_JSON_and_as_text()
    {
        var days = Gen.ArrayOf(Gen.Choose(0, 60));
        var cases = from a in days from b in days from c in days select new[] { a, b, c };
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var sets = c.Select(s => s.Select(d => First + d).Distinct().Order().ToArray()).ToArray();
            var runs = DayRuns.Of(sets[0], sets[1], sets[2]);
            return new JsonNode[] { runs, JsonValue.Create(runs.ToJsonString()) }.All(read =>
                DayRuns.Days(read, DayRuns.Active).SequenceEqual(sets[0]) && DayRuns.Days(read, DayRuns.Dialed).SequenceEqual(sets[1])
                && DayRuns.Days(read, DayRuns.Streaks).SequenceEqual(sets[2])
                && JsonNode.DeepEquals(runs, DayRuns.Format.Write([.. DayRuns.Format.Read(read)])));
        }).QuickCheckThrowOnFailure();
    }
}
