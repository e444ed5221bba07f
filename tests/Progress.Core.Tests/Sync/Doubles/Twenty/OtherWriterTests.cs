using Xunit;

namespace Progress.Tests.Doubles;

public class OtherWriterTests
{
    private static readonly Guid Member = new("00000000-0000-4000-8000-00000000000a");

    [Fact]
    public void It_adds_and_leaves_our_fields_alone()
    {
        var caller = TwentyCaller.WithProgressions();
        caller.Post("/rest/repProgressions", $$"""{"workspaceMemberId":"{{Member}}","totalXp":450,"rev":7,"syncState":{"v":1},"badges":["a.gold"]}""");
        caller.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(550, caller.Twenty.OtherWriter.AddXp(Member, 100, "b.gold"));
        var row = Assert.Single(caller.Twenty.Records("repProgressions"));
        Assert.Equal("550", row["totalXp"]!.ToJsonString());
        Assert.Equal("7", row["rev"]!.ToJsonString());
        Assert.Equal("""{"v":1}""", row["syncState"]!.ToJsonString());
        Assert.Equal("""["a.gold","b.gold"]""", row["badges"]!.GetValue<string>());
        Assert.Equal("2026-10-01T12:01:00.000Z", row["updatedAt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(99, 1, "E-1")]
    [InlineData(500, 6, "E-2")]
    [InlineData(5000, 51, "E-5")]
    [InlineData(8000, 81, "E-6")]
    [InlineData(12000, 121, "E-7")]
    public void It_derives_rank_and_level_from_XP_alone_by_rules_of_its_own(double xp, int level, string rank)
    {
        var caller = TwentyCaller.WithProgressions();
        caller.Twenty.OtherWriter.AddXp(Member, xp);
        var row = Assert.Single(caller.Twenty.Records("repProgressions"));
        Assert.Equal((level, rank), (row["currentLevel"]!.GetValue<int>(), row["currentRank"]!.GetValue<string>()));
        Assert.Equal(Member.ToString(), row["workspaceMemberId"]!.GetValue<string>());
    }

    [Fact]
    public void In_the_fields_of_production_sets_are_text()
    {
        var caller = new TwentyCaller();
        caller.Twenty.DefineSeedProgressions();
        caller.Twenty.OtherWriter.AddXp(Member, 50, "a.gold", "module_1");
        caller.Twenty.OtherWriter.AddXp(Member, 50, "a.gold");
        Assert.Equal("""["a.gold"]""", Assert.Single(caller.Twenty.Records("repProgressions"))["badges"]!.GetValue<string>());
    }

    [Fact]
    public void A_blind_writer_erases_what_came_between()
    {
        var caller = TwentyCaller.WithProgressions();
        caller.Twenty.OtherWriter.AddXp(Member, 100);
        var stale = caller.Twenty.OtherWriter.ReadXp(Member);
        caller.Patch("/rest/repProgressions?filter=totalXp[eq]:100", """{"totalXp":400}""");
        caller.Twenty.OtherWriter.OverwriteXp(Member, stale + 50);
        Assert.Equal(150, caller.Twenty.OtherWriter.ReadXp(Member));
    }

    [Fact]
    public void It_creates_a_second_record_where_it_thinks_there_is_none()
    {
        var caller = TwentyCaller.WithProgressions();
        caller.Twenty.OtherWriter.AddXp(Member, 100);
        caller.Twenty.OtherWriter.CreateDuplicate(Member, 50);
        Assert.Equal(2, caller.List("repProgressions", $"workspaceMemberId[eq]:{Member}").Count);
    }
}
