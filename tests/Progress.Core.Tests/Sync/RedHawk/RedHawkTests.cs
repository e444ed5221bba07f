using System.Text.Json.Nodes;
using Progress.Sync;
using Progress.Sync.RedHawk;
using Xunit;
using static Progress.Tests.AnsweringHandler;

namespace Progress.Tests.Sync;

public sealed class RedHawkTests
{
    private readonly Dictionary<string, string> pages = new() { ["/api/redhawk/health"] = """{"status":"ok","version":"1.2.0","uptime":5}""" };
    private AnsweringHandler network = null!;

    [Fact]
    public void Facts_come_from_all_three_answers_and_its_own_XP_level_and_rank_do_not()
    {
        Rep(
            """{"certifications":[{"examType":"operative","score":0.88,"passed":true,"completedAt":"2026-03-01T09:12:44.000Z","badge":"operative_gold"}],"modules":[{"id":"module_4","passed":true,"score":0.9}]}""",
            """{"xp":640,"level":7,"rank":"sdr_2","badges":[{"id":"dnc_certified","name":"DNC","icon":"shield","tier":"silver","earnedAt":"2026-02-03T14:20:00.000Z"}],"completedModules":["module_0","module_4","tcpa"],"certifications":[]}""",
            """{"wins":3,"losses":1,"abandoned":0,"avgScore":68.5,"highestLevel":2,"history":[{"id":"battle_1771000000000_k3v9q2x1a","persona":"Dana","level":2,"outcome":"won","score":74,"xpAwarded":200,"completedAt":"2026-02-13T16:26:40.000Z"}]}""");

        Is("""
            {
              "modules": [{"id":"module_0","passed":true,"score":null,"at":null}, {"id":"module_4","passed":true,"score":0.9,"at":null}],
              "certifications": [{"id":"operative","passed":true,"score":0.88,"at":"2026-03-01T09:12:44Z"}],
              "exams": [{"id":"tcpa","passed":true,"score":null,"at":null}],
              "badges": ["dnc_certified","operative_gold"],
              "battles": [{"id":"battle_1771000000000_k3v9q2x1a","level":2,"outcome":"win","score":74,"at":"2026-02-13T16:26:40Z","cleared":false}]
            }
            """);
    }

    [Theory]
    [InlineData("win", "win")]
    [InlineData("Won", "win")]
    [InlineData("lose", "lose")]
    [InlineData("lost", "lose")]
    [InlineData("abandon", "abandon")]
    [InlineData("abandoned", "abandon")]
    [InlineData("draw", null)]
    public void Either_vocabulary_of_outcomes_is_understood(string word, string? outcome)
    {
        Rep("{}", "{}", $$"""{"history":[{"id":"battle_1_a","level":1,"outcome":"{{word}}","score":10}]}""");

        Assert.Equal(outcome, Read()["battles"]!.AsArray().FirstOrDefault()?["outcome"]!.GetValue<string>());
    }

    [Fact]
    public void A_module_among_the_certifications_is_a_module()
    {
        Rep("""{"certifications":[{"examType":"module_3","score":0.85,"passed":true}],"modules":null}""", "{}", "{}");

        Assert.Equal("module_3", Read()["modules"]![0]!["id"]!.GetValue<string>());
        Assert.Empty(Read()["certifications"]!.AsArray());
    }

    [Fact]
    public void What_is_missing_null_unknown_or_twisted_is_no_fact_and_no_fault()
    {
        Rep(
            """{"certifications":null,"modules":[null,7,{"id":""},{"passed":true},{"id":"module_1","passed":"yes","score":"high","new":[]}]}""",
            """{"badges":["plain",null,{"name":"no id"}],"completedModules":[null,"",3],"certifications":"none","future":{}}""",
            """{"history":[{"outcome":"won"},{"id":"battle-1771","outcome":"won"},{"id":"demo_1","outcome":"won"},{"id":"battle_1_a","outcome":"won","level":null}]}""");

        Is("""
            {
              "modules": [{"id":"module_1","passed":false,"score":null,"at":null}], "certifications": [], "exams": [], "badges": ["plain"],
              "battles": [{"id":"battle_1_a","level":null,"outcome":"win","score":null,"at":null,"cleared":false}]
            }
            """);
    }

    [Fact]
    public void What_comes_twice_counts_once_with_the_better_result()
    {
        Rep(
            """{"modules":[{"id":"module_0","passed":false,"score":0.5},{"id":"module_0","passed":true,"score":0.9}]}""", """{"completedModules":["module_0"]}""",
            """{"history":[{"id":"battle_1_a","outcome":"won","level":1},{"id":"battle_1_a","outcome":"won","level":1}]}""");

        Assert.Equal("""[{"id":"module_0","passed":true,"score":0.9,"at":null}]""", Read()["modules"]!.ToJsonString());
        Assert.Single(Read()["battles"]!.AsArray());
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000", "/api/redhawk")]
    [InlineData("http://127.0.0.1:5000/", "")]
    [InlineData("http://127.0.0.1:5000/api/redhawk", "/api/redhawk")]
    [InlineData("http://127.0.0.1:5000/academy", "/academy/api/redhawk")]
    public void The_API_is_found_with_or_without_its_prefix(string root, string at)
    {
        pages.Clear();
        pages[$"{at}/health"] = """{"status":"ok","version":"2.0"}""";
        foreach (var call in (string[])["cert", "progress", "battle/stats"]) pages[$"{at}/{call}/1"] = "{}";
        using var provider = Provider(root);

        Assert.Equal("2.0", provider.Check(default).Version);
        Assert.Equal("1", provider.Read(EntityNames.Training, ["1"], default).Single().Key);
    }

    [Fact]
    public void A_website_without_the_API_is_no_RedHawk()
    {
        pages.Clear();
        using var provider = Provider();

        var fault = Assert.Throws<RemoteException>(() => provider.Check(default));

        Assert.Equal(RemoteFault.BadAnswer, fault.Fault);
        Assert.Contains("-Uri", fault.Message);
    }

    [Theory]
    [InlineData("a b/ü?x", "/api/redhawk/cert/a%20b%2F%C3%BC%3Fx")]
    public void An_id_travels_escaped(string id, string path)
    {
        using var provider = Provider();
        Assert.Throws<RemoteException>(() => provider.Read(EntityNames.Training, [id], default));

        Assert.Contains(path, network.Requests.Select(r => r.Uri.AbsolutePath));
        Assert.All(network.Requests, r => Assert.Null(r.Key));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData(" ")]
    public void An_id_that_would_be_another_address_is_refused(string id)
    {
        using var provider = Provider();

        Assert.Equal(RemoteFault.Refused, Assert.Throws<RemoteException>(() => provider.Read(EntityNames.Training, [id], default)).Fault);
        Assert.Empty(network.Requests);
    }

    [Theory]
    [InlineData(400, """{"error":"bad id","details":"x"}""", RemoteFault.Refused, "bad id")]
    [InlineData(404, """{"error":"Not found"}""", RemoteFault.NotFound, "-Uri")]
    [InlineData(401, "", RemoteFault.Forbidden, "sign-in")]
    [InlineData(429, "", RemoteFault.Throttled, "fewer calls")]
    [InlineData(500, """{"error":"oops"}""", RemoteFault.ServerError, "log")]
    [InlineData(200, "[]", RemoteFault.BadAnswer, "-Uri")]
    internal void Errors_are_told_apart_and_say_what_to_do(int status, string body, RemoteFault expected, string advice)
    {
        using var provider = Provider(answer: r => r.RequestUri!.AbsolutePath.EndsWith("health") ? Text(200, "{}") : Text(status, body));

        var fault = Assert.Throws<RemoteException>(() => provider.Read(EntityNames.Training, ["1"], default));

        Assert.Equal(expected, fault.Fault);
        Assert.Contains(advice, fault.Message);
    }

    private void Rep(string cert, string progress, string battles) =>
        (pages["/api/redhawk/cert/1"], pages["/api/redhawk/progress/1"], pages["/api/redhawk/battle/stats/1"]) = (cert, progress, battles);

    private JsonObject Read()
    {
        using var provider = Provider();
        return provider.Read(EntityNames.Training, ["1"], default).Single().Fields;
    }

    private void Is(string json)
    {
        var read = Read();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(read.ToJsonString())), read.ToJsonString());
    }

    private RedHawkProvider Provider(string root = "http://127.0.0.1:5000", Func<HttpRequestMessage, HttpResponseMessage>? answer = null)
    {
        var clock = new LeapingClock("2026-09-30T12:00:00Z");
        network = new AnsweringHandler(answer ?? (r => pages.TryGetValue(r.RequestUri!.AbsolutePath, out var page)
            ? Text(200, page) : Text(200, "<!DOCTYPE html><title>Academy</title>", "text/html")));
        return new(new Uri(root), new OpenGate(clock), clock, new SyncHost { Network = _ => network, Chance = () => 0 });
    }
}
