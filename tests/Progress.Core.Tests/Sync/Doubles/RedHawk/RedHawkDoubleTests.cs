using System.Text.Json.Nodes;
using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class RedHawkDoubleTests
{
    private static readonly Guid Member = new("00000000-0000-4000-8000-00000000000a");
    private readonly TestClock clock = new("2026-10-01T12:00:00Z");
    private readonly RedHawkDouble academy;

    public RedHawkDoubleTests() => academy = new RedHawkDouble(clock);

    [Theory]
    [InlineData("")]
    [InlineData("/api/redhawk")]
    public void An_unknown_user_has_an_empty_record(string prefix)
    {
        Assert.Equal("""{"xp":0,"level":1,"rank":"sdr_1","badges":[],"completedModules":[],"certifications":[]}""", Get($"{prefix}/progress/77").ToJsonString());
        Assert.Equal("""{"certifications":[],"modules":[]}""", Get($"{prefix}/cert/77").ToJsonString());
        Assert.Equal("""{"wins":0,"losses":0,"abandoned":0,"avgScore":0,"highestLevel":0,"history":[]}""", Get($"{prefix}/battle/stats/77").ToJsonString());
    }

    [Fact]
    public void Scores_of_modules_are_made_up_anew_for_each_request()
    {
        academy.PassModule("3", "module_1");
        var (first, second) = (Module(), Module());
        Assert.NotEqual(first["score"]!.GetValue<double>(), second["score"]!.GetValue<double>());
        Assert.InRange(first["score"]!.GetValue<double>(), 0.85, 1.0);
        Assert.True(first["passed"]!.GetValue<bool>());
        JsonNode Module() => Get("/cert/3")["modules"]![0]!;
    }

    [Theory]
    [InlineData("win", "won", 300)]
    [InlineData("lose", "lost", 0)]
    [InlineData("abandon", "abandoned", 0)]
    public void An_outcome_is_kept_in_other_words(string outcome, string kept, int xp)
    {
        var id = academy.Battle("3", 3, outcome, score: 74);
        Assert.Matches("^battle_1790856000000_[0-9a-z]{9}$", id);
        var battle = Get("/battle/stats/3")["history"]![0]!;
        Assert.Equal(
            (id, kept, xp, 3, 74d, "2026-10-01T12:00:00.000Z"),
            (battle["id"]!.GetValue<string>(), battle["outcome"]!.GetValue<string>(), battle["xpAwarded"]!.GetValue<int>(),
                battle["level"]!.GetValue<int>(), battle["score"]!.GetValue<double>(), battle["completedAt"]!.GetValue<string>()));
        Assert.Equal(xp, Get("/progress/3")["xp"]!.GetValue<int>());
    }

    [Fact]
    public void Fifty_battles_are_kept_newest_first_and_all_are_counted()
    {
        for (var i = 0; i < 60; i++)
            academy.Battle("3", 1, i < 55 ? "win" : "lose", score: i);
        var stats = Get("/battle/stats/3");
        Assert.Equal(50, stats["history"]!.AsArray().Count);
        Assert.Equal(59, stats["history"]![0]!["score"]!.GetValue<int>());
        Assert.Equal((55, 5), (stats["wins"]!.GetValue<int>(), stats["losses"]!.GetValue<int>()));
        Assert.Equal(34.5, stats["avgScore"]!.GetValue<double>());
    }

    [Fact]
    public void A_restart_forgets_everything()
    {
        academy.PassModule("3", "module_1");
        academy.Certify("3", "operative", 0.88, badge: "operative_gold");
        Assert.Equal("operative_gold", Get("/cert/3")["certifications"]![0]!["badge"]!.GetValue<string>());
        clock.Now = clock.Now.AddHours(1);
        academy.Restart();
        Assert.Empty(Get("/cert/3")["modules"]!.AsArray());
        Assert.Equal(0, Get("/health")["uptime"]!.GetValue<double>());
    }

    [Fact]
    public void A_pass_is_paid_into_Twenty_on_every_retake()
    {
        var caller = TwentyCaller.WithProgressions();
        academy.Attach(caller.Twenty, ("3", Member));
        academy.PassModule("3", "module_4", "closer.gold");
        academy.PassModule("3", "module_4");
        academy.PassModule("unlinked", "module_4");
        var row = Assert.Single(caller.Twenty.Records("repProgressions"));
        Assert.Equal(150, row["totalXp"]!.GetValue<int>());
        Assert.Equal("""["closer.gold"]""", row["badges"]!.GetValue<string>());
        Assert.Equal(100, Get("/progress/3")["xp"]!.GetValue<int>());
        Assert.Single(Get("/cert/3")["modules"]!.AsArray());
    }

    [Fact]
    public void Modules_are_listed_with_what_they_ask()
    {
        var modules = Get("/modules").AsArray();
        Assert.Equal(675, modules.Sum(module => module!["xpReward"]!.GetValue<int>()));
        Assert.Equal(1.0, modules[5]!["passScore"]!.GetValue<double>());
    }

    [Fact]
    public void Faults_and_the_journal_work_here_too()
    {
        academy.Faults.Next(Fault.Html502);
        Assert.Equal(502, academy.Handle(DoubleRequest.Of("GET", "/cert/3")).Status);
        Assert.Equal(404, academy.Handle(DoubleRequest.Of("GET", "/nothing")).Status);
        Assert.Equal(2, academy.Journal.Entries.Count);
    }

    private JsonNode Get(string path)
    {
        var answer = academy.Handle(DoubleRequest.Of("GET", path));
        Assert.Equal(200, answer.Status);
        return answer.Json;
    }
}
