using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Training;

public sealed class ModuleTests
{
    [Theory]
    [InlineData("module_0", "Product Foundations", 0.80, 50)]
    [InlineData("module_1", "Opener Mastery", 0.80, 50)]
    [InlineData("module_2", "Timing Optimization", 0.80, 50)]
    [InlineData("module_3", "Cadence Excellence", 0.80, 50)]
    [InlineData("module_4", "Objection Exploration", 0.85, 75)]
    [InlineData("module_5", "TCPA Compliance", 1.00, 100)]
    public void A_module_pays_from_its_pass_mark_on_and_once(string module, string name, double mark, long xp)
    {
        using var store = new TestStore().Rep("Ana");
        Assert.False(store.Achieved("Ana", AchievementKind.Module, module, "2026-09-01T10:00", mark - 0.01).Passed);
        Assert.Equal((0, 0), (store.Xp("Ana"), store.Progression("Ana").Modules.Count));
        Assert.True(store.Achieved("Ana", AchievementKind.Module, module, "2026-09-02T10:00", mark).Passed);
        store.Achieved("Ana", AchievementKind.Module, module, "2026-09-03T10:00", 1);
        store.Achieved("Ana", AchievementKind.Module, module, "2026-08-03T10:00", 1);
        Assert.Equal(xp, store.Sources("Ana")["module_passed"]);
        Assert.Equal([module], store.Progression("Ana").Modules);
        Assert.Equal(4, RepAchievements.List(store.Store, ["Ana"]).Count);
        Assert.Equal(name, RuleFiles.Default.Modules.Single(m => m.Id == module).Name);
        store.AssertSound();
    }

    [Fact]
    public void Module_6_counts_once_0_to_5_are_there()
    {
        using var store = new TestStore().Rep("Ana");
        store.Achieved("Ana", AchievementKind.Module, "module_6", "2026-09-01T10:00", 0.8);
        for (var i = 0; i < 5; i++) store.Achieved("Ana", AchievementKind.Module, $"module_{i}", $"2026-09-{2 + i:00}T10:00", 0.9);
        store.Achieved("Ana", AchievementKind.Module, "module_5", "2026-09-10T10:00", 0.99);
        Assert.DoesNotContain("module_6", store.Progression("Ana").Modules);
        Assert.Equal(275, store.Xp("Ana") - store.Sources("Ana").GetValueOrDefault("streak_day"));
        store.Achieved("Ana", AchievementKind.Module, "module_5", "2026-09-12T10:00", 1);
        Assert.Equal(675, store.Sources("Ana")["module_passed"]);
        Assert.Equal((5, 7), (store.Progression("Ana", "2026-09-11").Modules.Count, store.Progression("Ana", "2026-09-12").Modules.Count));
        Assert.Equal(new DateOnly(2026, 9, 12), RepLedger.Read(store.Store, ["Ana"]).Single(f => f.FactId == "module:module_6").Day);
    }

    [Theory]
    [InlineData("module_7", 0.9, "module_6")]
    [InlineData("module_1", null, "score")]
    [InlineData("module_1", 1.01, "0 to 1")]
    [InlineData("module_1", -0.01, "0 to 1")]
    [InlineData("module_1", double.NaN, "0 to 1")]
    [InlineData(" ", 0.9, "id")]
    public void What_is_no_module_or_no_score_is_refused(string module, double? score, string says)
    {
        using var store = new TestStore().Rep("Ana");
        var error = Assert.Throws<ProgressException>(() => store.Achieved("Ana", AchievementKind.Module, module, "2026-09-01T10:00", score));
        Assert.Equal("InvalidAchievement", error.Id);
        Assert.Contains(says, error.Message);
        Assert.Equal("RepNotFound", Assert.Throws<ProgressException>(() => store.Achieved("Nobody", AchievementKind.Module, "module_0", "2026-09-01T10:00", 1)).Id);
    }

    [Fact]
    public void The_same_result_twice_is_a_duplicate_and_another_at_the_same_time_a_conflict()
    {
        using var store = new TestStore().Rep("Ana");
        store.Achieved("Ana", AchievementKind.Module, "module_0", "2026-09-01T10:00", 0.7);
        Assert.Equal(EntryStatus.Duplicate, store.Achieved("Ana", AchievementKind.Module, "module_0", "2026-09-01T10:00", 0.7).Status);
        Assert.Equal("AchievementConflict", Assert.Throws<ProgressException>(() => store.Achieved("Ana", AchievementKind.Module, "module_0", "2026-09-01T10:00", 0.9)).Id);
    }
}
