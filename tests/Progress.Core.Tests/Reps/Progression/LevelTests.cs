using FsCheck;
using FsCheck.Fluent;
using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Progression;

public sealed class LevelTests
{
    private static readonly LevelTable Table = RuleFiles.Default.Levels;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(249, 2)]
    [InlineData(250, 3)]
    [InlineData(499, 3)]
    [InlineData(500, 4)]
    [InlineData(999, 4)]
    [InlineData(1_000, 5)]
    [InlineData(1_749, 5)]
    [InlineData(1_750, 6)]
    [InlineData(2_749, 6)]
    [InlineData(2_750, 7)]
    [InlineData(3_999, 7)]
    [InlineData(4_000, 8)]
    [InlineData(5_499, 8)]
    [InlineData(5_500, 9)]
    [InlineData(7_499, 9)]
    [InlineData(7_500, 10)]
    [InlineData(9_999, 10)]
    [InlineData(10_000, 11)]
    [InlineData(12_999, 11)]
    [InlineData(13_000, 12)]
    [InlineData(16_499, 12)]
    [InlineData(16_500, 13)]
    [InlineData(20_499, 13)]
    [InlineData(20_500, 14)]
    [InlineData(24_999, 14)]
    [InlineData(25_000, 15)]
    [InlineData(29_999, 15)]
    [InlineData(30_000, 16)]
    [InlineData(34_999, 16)]
    [InlineData(35_000, 17)]
    [InlineData(49_999, 19)]
    [InlineData(50_000, 20)]
    [InlineData(75_000, 25)]
    [InlineData(1_000_000, 210)]
    public void A_level_begins_at_its_threshold(long xp, int level) => Assert.Equal(level, Levels.Of(Table, xp));

    [Fact]
    public void Levels_rise_with_xp_and_hold_it_between_their_bounds() =>
        Prop.ForAll(Gen.Choose(0, 2_000_000).ToArbitrary(), xp =>
        {
            var level = Levels.Of(Table, xp);
            return Levels.Start(Table, level) <= xp && xp < Levels.Start(Table, level + 1) && level <= Levels.Of(Table, xp + 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(2_000, 20_000)));

    [Fact]
    public void A_progression_shows_how_far_into_the_level_and_how_far_to_the_next()
    {
        using var store = new TestStore().Rep("Ana");
        store.Did("Ana", "note_added", "2026-09-30T10:00", 100);
        var ana = store.Progression("Ana");
        Assert.Equal((300, 3, 50, 200), (ana.TotalXp, ana.Level, ana.XpIntoLevel, ana.XpToNextLevel));
    }
}
