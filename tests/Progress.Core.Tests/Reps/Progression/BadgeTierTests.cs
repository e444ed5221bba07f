using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Progression;

/// <summary>Every badge and tier of the sources' table, at and beside its threshold.</summary>
public sealed class BadgeTierTests
{
    [Theory]
    [InlineData("opener_elite", "bronze", 7, 50, 100)]
    [InlineData("opener_elite", "silver", 14, 40, 250)]
    [InlineData("opener_elite", "gold", 21, 35, 500)]
    [InlineData("opener_elite", "platinum", 28, 30, 1000)]
    public void Opener_elite_is_earned_strictly_below_its_drop_rate(string badge, string tier, int days, int percent, int xp)
    {
        AssertWindow(badge, tier, days, DayField.Short, percent * 2 - 1);
        Assert.False(new TestHistory().Calls(0, 200, DayField.Short, percent * 2).Earns(badge, tier));
        Assert.True(new TestHistory().Calls(0, 200).Earns(badge, tier));
        Assert.Equal(xp, Xp(badge, tier));
    }

    [Theory]
    [InlineData("conversion_champion", "bronze", 7, 3, 150)]
    [InlineData("conversion_champion", "silver", 14, 5, 350)]
    [InlineData("conversion_champion", "gold", 21, 7, 700)]
    [InlineData("conversion_champion", "platinum", 28, 10, 1500)]
    [InlineData("engagement_master", "bronze", 7, 20, 100)]
    [InlineData("engagement_master", "silver", 14, 25, 250)]
    [InlineData("engagement_master", "gold", 21, 30, 500)]
    [InlineData("engagement_master", "platinum", 28, 35, 1000)]
    public void Conversion_and_engagement_are_earned_strictly_above_their_rate(string badge, string tier, int days, int percent, int xp)
    {
        var field = badge == "conversion_champion" ? DayField.CallAppts : DayField.Long;
        AssertWindow(badge, tier, days, field, percent * 2 + 1);
        Assert.False(new TestHistory().Calls(0, 200, field, percent * 2).Earns(badge, tier));
        Assert.False(new TestHistory().Calls(0, 200).Earns(badge, tier));
        Assert.Equal(xp, Xp(badge, tier));
    }

    [Theory]
    [InlineData("bronze", 1, 2, 40, 100)]
    [InlineData("silver", 7, 3, 50, 300)]
    [InlineData("gold", 7, 5, 75, 600)]
    [InlineData("platinum", 14, 10, 100, 1200)]
    public void Efficiency_elite_takes_enough_appointments_within_its_dials_and_days(string tier, int days, int appointments, int dials, int xp)
    {
        Assert.True(With(days - 1, appointments, dials).Earns("efficiency_elite", tier));
        Assert.True(With(days - 1, appointments + 1, dials - 1).Earns("efficiency_elite", tier));
        Assert.False(With(days - 1, appointments - 1, dials).Earns("efficiency_elite", tier));
        Assert.False(With(days - 1, appointments, dials + 1).Earns("efficiency_elite", tier));
        Assert.False(With(days, appointments, dials).Earns("efficiency_elite", tier));
        Assert.True(With(0, appointments, dials).On(days, DayField.Dials, 500).Earns("efficiency_elite", tier));
        Assert.Equal(xp, Xp("efficiency_elite", tier));

        static TestHistory With(int daysAgo, int appointments, int dials) =>
            new TestHistory().On(daysAgo, DayField.Appts, appointments).On(daysAgo, DayField.Dials, dials);
    }

    [Theory]
    [InlineData("bronze", 70, 5, 100)]
    [InlineData("silver", 75, 10, 250)]
    [InlineData("gold", 80, 20, 500)]
    [InlineData("platinum", 85, 30, 1000)]
    public void Show_rate_champion_is_earned_over_the_whole_history_with_enough_appointments(string tier, int percent, int appointments, int xp)
    {
        Assert.True(With(appointments, appointments).Earns("show_rate_champion", tier));
        Assert.False(With(appointments - 1, appointments - 1).Earns("show_rate_champion", tier));
        Assert.False(With(100, percent).Earns("show_rate_champion", tier));
        Assert.True(With(100, percent + 1).Earns("show_rate_champion", tier));
        Assert.True(new TestHistory().On(0, DayField.Held, appointments).Earns("show_rate_champion", tier));
        Assert.Equal(xp, Xp("show_rate_champion", tier));

        static TestHistory With(int set, int held) => new TestHistory().On(200, DayField.Appts, set).On(0, DayField.Held, held);
    }

    [Theory]
    [InlineData("appointment_setter", DayField.Appts, "bronze", 10, 100)]
    [InlineData("appointment_setter", DayField.Appts, "silver", 50, 300)]
    [InlineData("appointment_setter", DayField.Appts, "gold", 200, 750)]
    [InlineData("appointment_setter", DayField.Appts, "platinum", 1000, 2000)]
    [InlineData("closer", DayField.Deals, "bronze", 5, 150)]
    [InlineData("closer", DayField.Deals, "silver", 25, 500)]
    [InlineData("closer", DayField.Deals, "gold", 100, 1500)]
    [InlineData("closer", DayField.Deals, "platinum", 500, 5000)]
    [InlineData("first_blood", DayField.Deals, "bronze", 1, 250)]
    [InlineData("early_bird", DayField.Early, "bronze", 10, 75)]
    [InlineData("early_bird", DayField.Early, "silver", 50, 200)]
    [InlineData("early_bird", DayField.Early, "gold", 200, 500)]
    [InlineData("objection_master", DayField.Objections, "bronze", 25, 50)]
    [InlineData("objection_master", DayField.Objections, "silver", 100, 100)]
    [InlineData("objection_master", DayField.Objections, "gold", 500, 200)]
    [InlineData("objection_master", DayField.Objections, "platinum", 1000, 500)]
    [InlineData("email_expert", DayField.Emails, "bronze", 50, 50)]
    [InlineData("email_expert", DayField.Emails, "silver", 250, 150)]
    [InlineData("email_expert", DayField.Emails, "gold", 1000, 400)]
    [InlineData("email_expert", DayField.Emails, "platinum", 5000, 1000)]
    internal void A_counter_earns_its_tier_from_the_threshold_on(string badge, DayField field, string tier, int count, int xp)
    {
        Assert.False(new TestHistory().On(300, field, count - 1).Earns(badge, tier));
        Assert.True(new TestHistory().On(300, field, count - 1).On(0, field, 1).Earns(badge, tier));
        Assert.False(new TestHistory().On(300, field, count - 1).On(-1, field, 1).Earns(badge, tier));
        Assert.Equal(xp, Xp(badge, tier));
    }

    [Theory]
    [InlineData("bronze", 7, 100)]
    [InlineData("silver", 30, 350)]
    [InlineData("gold", 90, 1000)]
    [InlineData("platinum", 365, 5000)]
    public void Streak_warrior_takes_days_without_a_gap(string tier, int days, int xp)
    {
        Assert.True(Streak(days).Earns("streak_warrior", tier));
        Assert.False(Streak(days - 1).Earns("streak_warrior", tier));
        Assert.False(Streak(days - 1).On(days, DayField.OwnXp, 1).Earns("streak_warrior", tier));
        Assert.Equal(xp, Xp("streak_warrior", tier));

        static TestHistory Streak(int days)
        {
            var history = new TestHistory();
            for (var i = 0; i < days; i++) history.On(i, DayField.OwnXp, 1);
            return history;
        }
    }

    [Fact]
    public void Redhawk_slayer_is_who_defeated_redhawk()
    {
        Assert.True(new TestHistory().Achieved(AchievementKind.Boss, "redhawk").Earns("redhawk_slayer", "gold"));
        Assert.False(new TestHistory().Achieved(AchievementKind.Boss, "redhawk", daysAgo: -1).Earns("redhawk_slayer", "gold"));
        Assert.False(new TestHistory().Earns("redhawk_slayer", "gold"));
        Assert.Equal(500, Xp("redhawk_slayer", "gold"));
    }

    [Fact]
    public void There_are_13_badges_with_45_tiers() =>
        Assert.Equal((13, 45), (RuleFiles.Default.Badges.List.Count, RuleFiles.Default.Badges.List.Sum(b => b.Tiers.Count)));

    private static void AssertWindow(string badge, string tier, int days, DayField field, int count)
    {
        Assert.True(new TestHistory().Calls(days - 1, 200, field, count).Earns(badge, tier));
        Assert.False(new TestHistory().Calls(days, 200, field, count).Earns(badge, tier));
        Assert.True(new TestHistory().Calls(0, 100, field, count).Calls(days - 1, 100).Earns(badge, tier));
        Assert.False(new TestHistory().Calls(0, 100, field, count).Calls(days, 100).Earns(badge, tier));
        Assert.False(new TestHistory().Calls(0, 199, field, field == DayField.Short ? 0 : 199).Earns(badge, tier));
        Assert.False(new TestHistory().On(0, DayField.Dials, 400).Earns(badge, tier));
    }

    private static int Xp(string badge, string tier) => RuleFiles.Default.Badges.List.Single(b => b.Id == badge).Tiers.Single(t => t.Tier == tier).Xp;
}
