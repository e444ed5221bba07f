using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Training;

public sealed class BattleTests
{
    [Theory]
    [InlineData(1, "win", false, 100)]
    [InlineData(2, "win", false, 200)]
    [InlineData(3, "won", false, 300)]
    [InlineData(4, "WIN", false, 400)]
    [InlineData(5, "win", false, 500)]
    [InlineData(1, "win", true, 150)]
    [InlineData(2, "win", true, 300)]
    [InlineData(3, "win", true, 450)]
    [InlineData(4, "win", true, 600)]
    [InlineData(5, "win", true, 750)]
    [InlineData(1, "lose", false, 30)]
    [InlineData(2, "lost", false, 60)]
    [InlineData(3, "lose", true, 90)]
    [InlineData(4, "lose", false, 120)]
    [InlineData(5, "lose", false, 150)]
    [InlineData(1, "abandon", false, 10)]
    [InlineData(3, "abandoned", true, 10)]
    [InlineData(5, "abandon", false, 10)]
    public void A_battle_pays_by_level_and_outcome(int level, string outcome, bool cleared, long xp)
    {
        using var store = new TestStore().Rep("Ana");
        store.Achieved("Ana", AchievementKind.Battle, "b1", "2026-09-01T10:00", level: level, outcome: outcome, cleared: cleared);
        Assert.Equal(EntryStatus.Duplicate, store.Achieved("Ana", AchievementKind.Battle, "b1", "2026-09-01T12:00", level: level, outcome: outcome, cleared: cleared).Status);
        Assert.Equal(xp, store.Sources("Ana")["battle"]);
    }

    [Theory]
    [InlineData(0, "win")]
    [InlineData(6, "win")]
    [InlineData(null, "win")]
    [InlineData(1, "draw")]
    [InlineData(1, null)]
    public void A_battle_without_level_or_outcome_is_refused(int? level, string? outcome)
    {
        using var store = new TestStore().Rep("Ana");
        Assert.Equal("InvalidAchievement", Assert.Throws<ProgressException>(() => store.Achieved("Ana", AchievementKind.Battle, "b1", "2026-09-01T10:00", level: level, outcome: outcome)).Id);
    }

    [Fact]
    public void A_win_at_level_5_defeats_redhawk_once()
    {
        using var store = new TestStore().Rep("Ana");
        store.Achieved("Ana", AchievementKind.Battle, "b1", "2026-09-01T10:00", level: 4, outcome: "win", cleared: true);
        store.Achieved("Ana", AchievementKind.Battle, "b2", "2026-09-02T10:00", level: 5, outcome: "lose");
        Assert.Empty(store.Progression("Ana").Bosses);
        store.Achieved("Ana", AchievementKind.Battle, "b3", "2026-09-04T10:00", level: 5, outcome: "win");
        store.Achieved("Ana", AchievementKind.Battle, "b4", "2026-09-06T10:00", level: 5, outcome: "win");
        store.Achieved("Ana", AchievementKind.Boss, "RedHawk", "2026-09-08T10:00");
        Assert.Equal((1000, 500), (store.Sources("Ana")["boss_defeated"], store.Sources("Ana")["badge_tier"]));
        Assert.Equal(["redhawk"], store.Progression("Ana").Bosses);
        Assert.Equal(["redhawk_slayer.gold"], store.Progression("Ana", "2026-09-04").Badges);
        Assert.Equal("InvalidAchievement", Assert.Throws<ProgressException>(() => store.Achieved("Ana", AchievementKind.Boss, "dragon", "2026-09-01T10:00")).Id);
    }
}
