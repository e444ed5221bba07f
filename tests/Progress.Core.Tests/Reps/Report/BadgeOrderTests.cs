using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps;

public sealed class BadgeOrderTests : IDisposable
{
    private readonly ReportTeam team = new();

    [Fact]
    public void Tiers_earned_before_a_lower_one_are_shown_and_the_lower_one_is_next()
    {
        // 220 calls without a drop in 14 days, but no 200 of them in 7: all tiers but bronze.
        var notes = Enumerable.Range(0, 220).Select(i => new SourceNote(
            i, Guid.NewGuid().ToString(), "Call - NO_ANSWER | 0:45 | x", i < 110 ? "2026-09-20T12:00:00Z" : "2026-09-29T12:00:00Z", null,
            "33333333-3333-4333-8333-333333333333"));
        CallImport.FromNotes(team.Store, notes, new ImportOptions(), TestContext.Current.CancellationToken);
        var tiers = RepBadges.Get(team.Store, ["Cleo"], ReportTeam.AsOf).Where(b => b.Badge == "opener_elite").ToList();
        Assert.Equal(
            [("bronze", false), ("silver", true), ("gold", true), ("platinum", true)],
            tiers.Select(b => (b.Tier!, b.Earned)));
    }

    public void Dispose() => team.Dispose();
}
