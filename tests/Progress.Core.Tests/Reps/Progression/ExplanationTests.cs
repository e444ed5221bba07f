using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Progression;

public sealed class ExplanationTests
{
    [Fact]
    public void The_lines_name_the_facts_and_the_gates()
    {
        using var store = new TestStore().Rep("Ana");
        store.Calls("Ana", "2026-09-30T10:00", 3, "CONTACT", "3:00").Import();
        var lines = store.Progression("Ana", explain: true).Explanation!;
        Assert.Equal(
            ["3 × call_connected 15", "3 × dial_made 6", "1 × first_dial_of_day 25", "3 × two_plus_minute_call 45"],
            lines.Where(l => l.Of == "TotalXp").Select(l => $"{l.What} {l.Amount}"));
        Assert.Equal(["xp 91 of ≥ 500", "modules 0 of ≥ 2 (missing module_0, module_1)", "dials 3 of ≥ 100"], lines.Where(l => l.Of == "NextRank").Select(l => l.What));
    }

    [Fact]
    public void Nothing_is_explained_unless_asked_for()
    {
        using var store = new TestStore().Rep("Ana");
        Assert.Null(store.Progression("Ana").Explanation);
        Assert.All(RepMetrics.Get(store.Store), m => Assert.Null(m.Explanation));
    }

    /// <summary>Chapter 00: the facts and rules behind a figure add up to it.</summary>
    internal static void AssertAddsUp(TestStore store, IsoTime? asOf = null)
    {
        foreach (var rep in RepProgressions.Get(store.Store, asOf: asOf, explain: true))
        {
            var lines = rep.Explanation!;
            Assert.Equal(rep.TotalXp, lines.Where(l => l.Of == "TotalXp").Sum(l => l.Amount!.Value));
            Assert.Equal(rep.TotalXp, RepLedger.Read(store.Store, [rep.RepId.ToString()], asOf).Sum(f => f.Xp));
            Assert.Equal(rep.Level, lines.Single(l => l.Of == "Level").Amount);
            Assert.Equal(int.Parse(rep.Rank[2..]), 1 + lines.Where(l => l.Of == "Rank").Sum(l => l.Amount!.Value));
            Assert.Equal(rep.Missing.Count, lines.Count(l => l.Of == "NextRank" && l.Amount == 0));
        }

        foreach (var denominator in Enum.GetValues<RateDenominator>())
            foreach (var metric in RepMetrics.Get(store.Store, asOf: asOf, denominator: denominator, explain: true))
                Assert.Equal(
                    (metric.Numerator, metric.Denominator),
                    (metric.Explanation!.Sum(l => l.Numerator!.Value), metric.Explanation!.Sum(l => l.Denominator!.Value)));
    }
}
