using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Progression;

public sealed class RankGateTests
{
    [Theory]
    [InlineData("E-2", 500)]
    [InlineData("E-3", 1_500)]
    [InlineData("E-4", 3_000)]
    [InlineData("E-5", 8_000)]
    [InlineData("E-6", 15_000)]
    [InlineData("E-7", 30_000)]
    public void Who_stands_exactly_at_every_threshold_passes_and_one_xp_less_does_not(string grade, long xp)
    {
        Assert.Empty(AtTheThresholds(grade).Blocked(grade, xp));
        Assert.Equal(["xp"], AtTheThresholds(grade).Blocked(grade, xp - 1));
    }

    [Theory]
    [InlineData("E-2", "dials", DayField.Dials, 99, GateStatus.Missing)]
    [InlineData("E-2", "dials", DayField.Dials, 100, GateStatus.Passed)]
    [InlineData("E-2", "dials", DayField.Dials, 101, GateStatus.Passed)]
    [InlineData("E-3", "appointments", DayField.Appts, 2, GateStatus.Missing)]
    [InlineData("E-3", "appointments", DayField.Appts, 3, GateStatus.Passed)]
    [InlineData("E-4", "deals", DayField.Deals, 4, GateStatus.Missing)]
    [InlineData("E-4", "deals", DayField.Deals, 5, GateStatus.Passed)]
    [InlineData("E-5", "deals", DayField.Deals, 9, GateStatus.Missing)]
    [InlineData("E-5", "deals", DayField.Deals, 10, GateStatus.Passed)]
    [InlineData("E-6", "deals", DayField.Deals, 24, GateStatus.Missing)]
    [InlineData("E-6", "deals", DayField.Deals, 25, GateStatus.Passed)]
    internal void A_count_passes_from_its_threshold_on(string grade, string gate, DayField field, int count, GateStatus status) =>
        Assert.Equal(status, new TestHistory().On(100, field, count).Gate(grade, gate));

    [Theory]
    [InlineData("E-4", "Sub30sDropRate", DayField.Short, 99, GateStatus.Passed)]
    [InlineData("E-4", "Sub30sDropRate", DayField.Short, 100, GateStatus.Missing)]
    [InlineData("E-4", "Sub30sDropRate", DayField.Short, 101, GateStatus.Missing)]
    [InlineData("E-4", "Sub30sDropRate", DayField.Short, 0, GateStatus.Passed)]
    [InlineData("E-5", "CallToApptRate", DayField.CallAppts, 9, GateStatus.Missing)]
    [InlineData("E-5", "CallToApptRate", DayField.CallAppts, 10, GateStatus.Missing)]
    [InlineData("E-5", "CallToApptRate", DayField.CallAppts, 11, GateStatus.Passed)]
    internal void A_rate_of_200_calls_is_strictly_below_or_above(string grade, string gate, DayField field, int count, GateStatus status) =>
        Assert.Equal(status, new TestHistory().Calls(0, 200, field, count).Gate(grade, gate));

    [Theory]
    [InlineData(7, GateStatus.Missing)]
    [InlineData(8, GateStatus.Passed)]
    internal void More_than_seventy_percent_of_cadences_must_be_completed(int completed, GateStatus status) =>
        Assert.Equal(status, new TestHistory().Cadences(20, 10, completed).Gate("E-6", "CadenceCompletion"));

    [Theory]
    [InlineData("E-4", "Sub30sDropRate")]
    [InlineData("E-5", "CallToApptRate")]
    [InlineData("E-6", "CadenceCompletion")]
    public void Without_anything_in_the_window_a_rate_gate_has_no_data_and_does_not_pass(string grade, string gate)
    {
        Assert.Equal(GateStatus.NoData, new TestHistory().Gate(grade, gate));
        Assert.Equal(GateStatus.NoData, new TestHistory().Calls(7, 300, DayField.CallAppts, 300).Cadences(43, 5, 5).Cadences(14, 5, 5).Gate(grade, gate));
        Assert.NotEqual(GateStatus.NoData, new TestHistory().Calls(6, 1).Cadences(42, 1, 1).Gate(grade, gate));
    }

    [Fact]
    public void Dials_entered_by_hand_are_no_data_for_a_rate() =>
        Assert.Equal(GateStatus.NoData, new TestHistory().On(0, DayField.Dials, 500).Gate("E-4", "Sub30sDropRate"));

    [Theory]
    [InlineData("E-4", "operative_certification", 0.79, GateStatus.Missing)]
    [InlineData("E-4", "operative_certification", 0.80, GateStatus.Passed)]
    [InlineData("E-5", "senior_certification", 0.84, GateStatus.Missing)]
    [InlineData("E-5", "senior_certification", 0.85, GateStatus.Passed)]
    public void An_exam_passes_at_its_score(string grade, string exam, double score, GateStatus status)
    {
        var history = new TestHistory().Achieved(AchievementKind.Exam, exam, 0.1).Achieved(AchievementKind.Exam, exam, score).Achieved(AchievementKind.Exam, exam, 0.2);
        Assert.Equal(status, history.Gate(grade, $"exam {exam}"));
        Assert.Equal(GateStatus.NoData, new TestHistory().Achieved(AchievementKind.Exam, "other", 1).Gate(grade, $"exam {exam}"));
    }

    [Theory]
    [InlineData("E-2", 0, 0, GateStatus.Missing)]
    [InlineData("E-2", 0, 1, GateStatus.Passed)]
    [InlineData("E-3", 1, 3, GateStatus.Missing)]
    [InlineData("E-3", 0, 3, GateStatus.Passed)]
    [InlineData("E-4", 0, 4, GateStatus.Missing)]
    [InlineData("E-4", 0, 5, GateStatus.Passed)]
    [InlineData("E-5", 0, 5, GateStatus.Missing)]
    [InlineData("E-5", 1, 6, GateStatus.Missing)]
    [InlineData("E-5", 0, 6, GateStatus.Passed)]
    public void Modules_must_all_count(string grade, int from, int to, GateStatus status) =>
        Assert.Equal(status, new TestHistory().Modules(from, to).Gate(grade, "modules"));

    [Theory]
    [InlineData("opener_elite.bronze opener_elite.silver opener_elite.gold", GateStatus.Missing)]
    [InlineData("opener_elite.bronze closer.bronze", GateStatus.Passed)]
    [InlineData("redhawk_slayer redhawk_slayer.gold", GateStatus.Missing)]
    [InlineData("redhawk_slayer first_blood.bronze", GateStatus.Passed)]
    public void Distinct_badges_are_counted_and_not_their_tiers(string badges, GateStatus status)
    {
        var history = new TestHistory();
        history.Badges.UnionWith(badges.Split(' '));
        Assert.Equal(status, history.Gate("E-3", "badges"));
    }

    [Fact]
    public void Mentees_are_counted_once_each()
    {
        var one = new TestHistory().Achieved(AchievementKind.Mentee, "Bo").Achieved(AchievementKind.Mentee, "Bo", daysAgo: 3);
        Assert.Equal(GateStatus.Missing, one.Gate("E-6", "mentees"));
        Assert.Equal(GateStatus.Passed, one.Achieved(AchievementKind.Mentee, "Cy").Gate("E-6", "mentees"));
    }

    [Fact]
    public void A_manager_is_certified_and_approved()
    {
        Assert.Equal(["certification leadership", "approval team_metrics"], new TestHistory().Blocked("E-7", 30_000));
        Assert.Equal(["approval team_metrics"], new TestHistory().Achieved(AchievementKind.Certification, "leadership").Blocked("E-7", 30_000));
    }

    [Fact]
    public void What_happens_tomorrow_does_not_count_today() =>
        Assert.Equal(["modules", "dials"], new TestHistory().On(-1, DayField.Dials, 100)
            .Achieved(AchievementKind.Module, "module_0", 1, -1).Achieved(AchievementKind.Module, "module_1", 1, -1).Blocked("E-2", 500));

    private static TestHistory AtTheThresholds(string grade)
    {
        var history = new TestHistory();
        history.Badges.UnionWith(["opener_elite.bronze", "closer.bronze"]);
        return grade switch
        {
            "E-2" => history.Modules(0, 1).On(50, DayField.Dials, 100),
            "E-3" => history.Modules(0, 3).On(50, DayField.Appts, 3),
            "E-4" => history.Modules(0, 5).On(50, DayField.Deals, 5).Calls(6, 200, DayField.Short, 99).Achieved(AchievementKind.Exam, "operative_certification", 0.8),
            "E-5" => history.Modules(0, 6).On(50, DayField.Deals, 10).Calls(6, 200, DayField.CallAppts, 11).Achieved(AchievementKind.Exam, "senior_certification", 0.85),
            "E-6" => history.Cadences(15, 10, 8).On(50, DayField.Deals, 25).Achieved(AchievementKind.Mentee, "Bo").Achieved(AchievementKind.Mentee, "Cy"),
            _ => history.Achieved(AchievementKind.Certification, "leadership").Achieved(AchievementKind.Approval, "team_metrics"),
        };
    }
}
