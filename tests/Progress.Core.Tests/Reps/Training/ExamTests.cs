using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Training;

public sealed class ExamTests
{
    [Theory]
    [InlineData("operative_certification", 0.79, false, 0)]
    [InlineData("operative_certification", 0.80, true, 0)]
    [InlineData("operative_certification", 0.949, true, 0)]
    [InlineData("operative_certification", 0.95, true, 100)]
    [InlineData("operative_certification", 1, true, 100)]
    [InlineData("senior_certification", 0.84, false, 0)]
    [InlineData("senior_certification", 0.85, true, 0)]
    public void An_exam_pays_nothing_but_the_elite_bonus(string exam, double score, bool passed, long xp)
    {
        using var store = new TestStore().Rep("Ana");
        Assert.Equal(passed, store.Achieved("Ana", AchievementKind.Exam, exam, "2026-09-01T10:00", score).Passed);
        Assert.Equal((xp, passed ? 1 : 0), (store.Xp("Ana"), store.Progression("Ana").Exams.Count));
    }

    [Fact]
    public void The_elite_bonus_is_paid_once_for_each_exam()
    {
        using var store = new TestStore().Rep("Ana");
        store.Achieved("Ana", AchievementKind.Exam, "operative_certification", "2026-09-01T10:00", 0.96);
        store.Achieved("Ana", AchievementKind.Exam, "operative", "2026-09-03T10:00", 1);
        store.Achieved("Ana", AchievementKind.Exam, "senior", "2026-09-05T10:00", 1);
        Assert.Equal(200, store.Xp("Ana"));
        Assert.Equal(["operative_certification", "senior_certification"], store.Progression("Ana").Exams);
    }

    [Fact]
    public void A_module_with_an_elite_score_pays_no_exam_bonus()
    {
        using var store = new TestStore().Rep("Ana");
        store.Achieved("Ana", AchievementKind.Module, "module_0", "2026-09-01T10:00", 1);
        Assert.Equal(50, store.Xp("Ana"));
    }

    [Theory]
    [InlineData("leadership", 300)]
    [InlineData("tcpa", 300)]
    [InlineData("module_6", 0)]
    public void A_certification_pays_300_once_and_module_6_has_paid_its_own(string certification, long xp)
    {
        using var store = new TestStore().Rep("Ana");
        store.Achieved("Ana", AchievementKind.Certification, certification, "2026-09-01T10:00");
        store.Achieved("Ana", AchievementKind.Certification, certification, "2026-09-05T10:00");
        Assert.Equal((xp, certification), (store.Xp("Ana"), store.Progression("Ana").Certifications.Single()));
    }

    [Fact]
    public void A_mentee_is_a_rep_and_pays_nothing()
    {
        using var store = new TestStore().Rep("Ana").Rep("Bo");
        store.Achieved("Ana", AchievementKind.Mentee, "Bo", "2026-09-01T10:00");
        store.Achieved("Ana", AchievementKind.Approval, "team_metrics", "2026-09-01T10:00");
        Assert.Equal(0, store.Xp("Ana"));
        Assert.Equal("RepNotFound", Assert.Throws<ProgressException>(() => store.Achieved("Ana", AchievementKind.Mentee, "Nobody", "2026-09-01T10:00")).Id);
    }
}
