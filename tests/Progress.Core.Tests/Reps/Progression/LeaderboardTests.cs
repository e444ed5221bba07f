using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Progression;

public sealed class LeaderboardTests
{
    [Theory]
    [InlineData("ConnectRate", "CONTACT", "1:00", "NO_ANSWER", "1:00")]
    [InlineData("TwoPlusMinRate", "CONTACT", "3:00", "CONTACT", "1:00")]
    [InlineData("CallToApptRate", "APPT", "3:00", "CONTACT", "1:00")]
    [InlineData("Sub30sDropRate", "CONTACT", "1:00", "CONTACT", "0:10")]
    public void One_lucky_call_never_leads(string by, string good, string goodLength, string bad, string badLength)
    {
        using var store = new TestStore().Rep("Lucky").Rep("Steady").Rep("None");
        store.Call("Lucky", "2026-09-30T10:00", good, goodLength)
            .Calls("Steady", "2026-09-30T10:00", 60, good, goodLength).Calls("Steady", "2026-09-30T11:00", 40, bad, badLength).Import();
        var board = RepLeaderboard.Get(store.Store, by).ToList();
        Assert.Equal([(1, "Steady"), (2, "Lucky"), (3, "None")], board.Select(s => (s.Place, s.Name)));
        Assert.Equal((null, null), (board[2].Value, board[2].RankedBy));
    }

    [Fact]
    public void Equal_figures_share_a_place_and_the_next_is_skipped()
    {
        using var store = new TestStore().Rep("Cy").Rep("Bo").Rep("Ana").Rep("Di");
        store.Did("Ana", "note_added", "2026-09-30T10:00", 5);
        store.Did("Bo", "note_added", "2026-09-30T10:00", 9);
        store.Did("Cy", "note_added", "2026-09-30T10:00", 5);
        Assert.Equal([(1, "Bo", 27d), (2, "Ana", 15d), (2, "Cy", 15d), (4, "Di", 0d)], RepLeaderboard.Get(store.Store).Select(s => (s.Place, s.Name, s.Value!.Value)));
        Assert.Equal(["Bo", "Ana"], RepLeaderboard.Get(store.Store, top: 2).Select(s => s.Name));
    }

    [Fact]
    public void A_week_is_seven_days_and_ends_today()
    {
        using var store = new TestStore().Rep("Ana").Rep("Bo");
        store.Did("Ana", "note_added", "2026-09-23T10:00", 9);
        store.Did("Bo", "note_added", "2026-09-24T10:00", 2);
        Assert.Equal([("Bo", 6d), ("Ana", 0d)], RepLeaderboard.Get(store.Store, "week").Select(s => (s.Name, s.Value!.Value)));
    }

    [Theory]
    [InlineData("Luck", null, "InvalidBoard")]
    [InlineData("Xp", 0, "InvalidTop")]
    public void What_cannot_be_ranked_is_refused(string by, int? top, string error)
    {
        using var store = new TestStore();
        Assert.Equal(error, Assert.Throws<ProgressException>(() => RepLeaderboard.Get(store.Store, by, top).Count()).Id);
    }
}
