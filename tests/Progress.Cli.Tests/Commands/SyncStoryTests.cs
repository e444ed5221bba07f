using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Progress.Doubles;
using Xunit;

namespace Progress.Tests;

/// <summary>What sync was asked for first, from end to end: six criteria and seven steps of verification.</summary>
public sealed class SyncStoryTests : IDisposable
{
    private const string AcademyId = "3";

    private static readonly string[] Figures = ["name", "totalXp", "level", "rank", "closedDeals", "dials", "streakDays", "badges", "modules"];

    private readonly SyncPlace world = new();
    private readonly RedHawkDouble academy = new();
    private readonly DoubleServer academyServer;
    private readonly Workplace first, second;

    public SyncStoryTests()
    {
        academyServer = new DoubleServer(academy);
        academy.Attach(world.Twenty, (AcademyId, Guid.Parse(Workplace.Ana)));
        world.Twenty.Put("workspaceMembers", Guid.Parse(Workplace.Ana), new { name = new { firstName = "Ana", lastName = "Silva" }, userEmail = "ana.silva@example.com", timeZone = "UTC" });
        (first, second) = (world.Machine(), world.Machine());
    }

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        academyServer.Dispose();
        world.Dispose();
    }

    [Fact]
    public void Progression_persists_to_Twenty_and_comes_back_from_there()
    {
        Criterion_1_the_object_exists();
        Steps_1_to_4_criterion_2_xp_is_in_Twenty_within_5_seconds();
        Step_5_criterion_3_a_new_store_has_it_all();
        Steps_6_and_7_criterion_4_what_the_academy_gave_appears();
        Criterion_5_metrics_come_from_call_notes();
        Criterion_6_no_e_mail_links_anything();
    }

    private void Criterion_1_the_object_exists()
    {
        first.Do(SyncPlace.Connect(world.Address));
        first.Do("crm-schema", "test", "twenty");
        Assert.Contains("repProgressions", Asked().ToJsonString());
    }

    private void Steps_1_to_4_criterion_2_xp_is_in_Twenty_within_5_seconds()
    {
        world.Twenty.AddNote(new Guid("33333333-3333-4333-8333-333333333333"), "Call - CONTACTED | 2:10 | Test Lead", DateTimeOffset.UtcNow, Guid.Parse(Workplace.Ana));
        first.Do("sync");
        var before = Xp();
        Assert.True(before > 0);

        using var watch = Cli.Start(first, "sync", "--watch", "--json");
        watch.StandardOutput.ReadLine();
        first.Do("add-activity", "--rep", Workplace.Ana, "--kind", "appointment_held");
        var clock = Stopwatch.StartNew();
        while (Xp() == before) Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), "after 5 s the activity is not in Twenty");
        Assert.Equal(before + 50, Xp());
        watch.Kill();
        watch.WaitForExit();
    }

    private void Step_5_criterion_3_a_new_store_has_it_all()
    {
        second.Do(SyncPlace.Connect(world.Address));
        var (here, there) = (Shown(first), Shown(second));
        Assert.All(Figures, figure => Assert.Equal(here[figure]!.ToJsonString(), there[figure]!.ToJsonString()));
    }

    private void Steps_6_and_7_criterion_4_what_the_academy_gave_appears()
    {
        using (var store = second.Open()) Reps.RepDirectory.Set(store, Workplace.Ana, new Reps.RepUpdate(RedHawkId: AcademyId));
        second.Do("connect", "academy", "--provider", "redhawk", "--uri", academyServer.Address.AbsoluteUri);
        academy.PassModule(AcademyId, "module_1", "closer.gold");
        academy.Certify(AcademyId, "full_certification");
        second.Do("sync");

        var shown = Shown(second);
        Assert.Contains("module_1", shown["modules"]!.AsArray().Select(m => $"{m}"));
        Assert.Contains("closer.gold", shown["badges"]!.AsArray().Select(b => $"{b}"));
        Assert.Contains("full_certification", Record()["certifications"]!.ToJsonString());
        Assert.Equal(Xp(), shown["totalXp"]!.GetValue<double>());
    }

    private void Criterion_5_metrics_come_from_call_notes()
    {
        var told = Record()["efficiency"]!["TwoPlusMinRate"]!;
        Assert.Equal((1, 1), (told["numerator"]!.GetValue<int>(), told["denominator"]!.GetValue<int>()));
        Assert.Equal(1, Shown(second)["twoPlusMinRate"]!.GetValue<double>());
    }

    private void Criterion_6_no_e_mail_links_anything()
    {
        Assert.Equal(Workplace.Ana, Record()["workspaceMemberId"]!.GetValue<string>());
        foreach (var place in new[] { first, second })
            Assert.All(Directory.GetFiles(place.Folder), file => Assert.DoesNotMatch(@"[\w.]+@[\w-]+\.\w+", Encoding.Latin1.GetString(File.ReadAllBytes(file))));
    }

    private static JsonNode Shown(Workplace place) => place.Do("reps", "--rep", Workplace.Ana, "--json").Json[0]!;

    private JsonObject Record() => world.Twenty.Records("repProgressions").Single(r => r["workspaceMemberId"]!.GetValue<string>() == Workplace.Ana);

    private double Xp() => Record()["totalXp"]!.GetValue<double>();

    /// <summary>As the seed asks it: GET /rest/repProgressions.</summary>
    private JsonNode Asked()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SyncPlace.Key);
        return JsonNode.Parse(http.GetStringAsync($"{world.Address}rest/repProgressions", TestContext.Current.CancellationToken).Result)!;
    }
}
