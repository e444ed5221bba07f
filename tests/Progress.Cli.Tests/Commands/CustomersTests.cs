using System.Text.Json.Nodes;
using Xunit;

namespace Progress.Tests;

public sealed class CustomersTests(CustomerPlace customers) : IClassFixture<CustomerPlace>
{
    private readonly Workplace place = customers.Place;

    [Fact]
    public void Roll_ups_of_a_customer_are_those_of_its_records()
    {
        var birchline = Of("birchline");

        Assert.Equal((0, 2, 1.0), (Int(birchline, "activeTasks"), Int(birchline, "completedTasks"), birchline["taskCompletionRate"]!.GetValue<double>()));
        Assert.Equal("2026-10-20", birchline["lastTaskCompleted"]!.GetValue<string>());
        Assert.Equal((5, 2), (Int(birchline["competencyGains"]!, "customerAnalysis"), Int(birchline["competencyGains"]!, "valueCommunication")));
        // One in the eight full weeks to Sunday, 2026-10-25.
        Assert.Equal((1, 0.125), (Int(birchline, "completedInWeeks"), birchline["completionVelocity"]!.GetValue<double>()));
        Assert.Equal((1, 3), (Int(birchline["milestoneProgress"]!, "completedTasks"), Int(birchline["milestoneProgress"]!, "tasks")));
        Assert.Equal((7, 365), (Int(birchline, "daysSinceLastCompletion"), Int(birchline, "longestGapDays")));
        Assert.Equal("""{"customerAnalysis":5,"valueCommunication":2,"executiveReadiness":0}""", birchline["taskCompetencyGains"]!.GetValue<string>());
    }

    [Fact]
    public void A_customer_without_completions_has_no_data_and_people_see_a_dash()
    {
        var coral = Of("CUST_02");

        Assert.Equal((1, 0, 0.0), (Int(coral, "activeTasks"), Int(coral, "completedTasks"), coral["taskCompletionRate"]!.GetValue<double>()));
        Assert.Null(coral["lastTaskCompleted"]);
        Assert.Null(coral["platformToolShare"]);
        Assert.Matches(@"CUST_02 Coral Desk +– +– +1 +0 +0\.0% +0\.00 +–", place.Do("customers", "--as-of", CustomerPlace.Day).Out);
    }

    [Fact]
    public void Figures_are_of_the_day_that_is_asked_for()
    {
        var before = place.Do("customers", "--customer", "CUST_01", "--as-of", "2026-10-19", "--json").Json[0]!;

        Assert.Equal((1, "2025-10-20"), (Int(before, "completedTasks"), before["lastTaskCompleted"]!.GetValue<string>()));
    }

    [Fact]
    public void Tables_fit_and_their_figures_stand_right()
    {
        var shown = place.Do("customers", "--as-of", CustomerPlace.Day, "--explain").Out;

        Assert.All(shown.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Matches(@"CUST_01 Birchline +Initial_PMF +33\.3% +0 +2 +100\.0% +0\.13 +2026-10-20", shown);
        Assert.Contains("As of 2026-10-27; a week is the average of the full weeks 2026-08-31 to 2026-10-25.", shown);
        Assert.Matches(@"MilestoneProgress\.ByCount +t-1 Define the profile, completed", Unwrapped(shown));
    }

    [Fact]
    public void What_to_do_next_is_open_and_waits_for_nothing_done_yet()
    {
        var tasks = place.Do("recommend", "--as-of", CustomerPlace.Day, "--json").Json.AsArray();

        // t-2 waits for t-1, which only the first has done; t-3 waits for t-2; t-1 is begun, and goes on.
        Assert.Equal(["CUST_01 t-2", "CUST_02 t-1", "CUST_02 t-4"], tasks.Select(t => $"{t!["customerId"]} {t["taskId"]}"));
        // 4 × 4 + 3 × (1 − 2 ÷ 4) × 4 + 2 × 4 + 1 × 0, as financial-impact was not used.
        Assert.Equal(30m, tasks[0]!["score"]!.GetValue<decimal>());
        Assert.Matches(@"1 +t-1 +Define the profile \(begun\) +12\.00 +high", place.Do("recommend", "--customer", "CUST_02", "--as-of", CustomerPlace.Day).Out);
    }

    [Fact]
    public void The_terms_of_a_score_are_shown_and_add_up()
    {
        var best = place.Do("recommend", "--customer", "CUST_01", "--top", "1", "--as-of", CustomerPlace.Day, "--explain", "--json").Json.AsArray().Single()!;

        Assert.Equal(best["score"]!.GetValue<decimal>(), best["explanation"]!.AsArray().Sum(line => line!["amount"]!.GetValue<decimal>()));
        Assert.Contains("3 × (1 − 2 ÷ 4) × 4", place.Do("recommend", "--customer", "CUST_01", "--as-of", CustomerPlace.Day, "--explain").Out);
    }

    [Theory]
    [InlineData("customers.md", "Markdown", "| CUST_01 | Birchline |")]
    [InlineData("customers.csv", "Csv", "CUST_01,Birchline,")]
    [InlineData("customers.html", "Html", "<td>Birchline</td>")]
    public void The_report_is_written_as_what_the_file_name_says(string file, string kind, string text)
    {
        var written = place.Do("report", "customers", "--out", file, "--as-of", CustomerPlace.Day, "--json").Json;

        Assert.Equal((place[file], kind), (written["path"]!.GetValue<string>(), written["kind"]!.GetValue<string>()));
        Assert.Contains(text, File.ReadAllText(place[file]));
    }

    [Fact]
    public void One_customer_gets_a_report_of_its_own()
    {
        var written = place.Do("report", "customers", "--customer", "CUST_01", "--out", "one.md", "--as-of", CustomerPlace.Day, "--json").Json;

        Assert.Equal("Birchline (CUST_01)", written["title"]!.GetValue<string>());
        Assert.DoesNotContain("Coral Desk", File.ReadAllText(place["one.md"]));
    }

    [Theory]
    [InlineData("customers --customer nobody", 2, "CustomerNotFound")]
    [InlineData("recommend --customer nobody", 2, "CustomerNotFound")]
    [InlineData("report customers --customer nobody --out x.md", 2, "CustomerNotFound")]
    [InlineData("recommend --top 0", 3, "InvalidUsage")]
    [InlineData("customers --as-of 03/04/2026", 3, "InvalidUsage")]
    public void Wrong_questions_are_refused(string command, int exitCode, string id) => place.Refused(exitCode, id, command.Split(' '));

    private JsonNode Of(string customer) => place.Do("customers", "--customer", customer, "--as-of", CustomerPlace.Day, "--json").Json.AsArray().Single()!;

    private static int Int(JsonNode of, string name) => of[name]!.GetValue<int>();

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
