using System.Text.Json.Nodes;
using Progress.Reps;
using Xunit;

namespace Progress.Tests;

public sealed class AddActivityTests : IDisposable
{
    private readonly Workplace place = Workplace.WithReps();

    public void Dispose() => place.Dispose();

    [Fact]
    public void An_activity_pays_its_XP_times_its_count_and_its_time_is_the_reps()
    {
        var added = place.Do("add-activity", "--rep", "Ana Silva", "--kind", "deal_closed", "--at", "2026-09-30T20:00", "--count", "2", "--id", "d-1", "--json").Json;

        Assert.Equal((600, "Recorded"), (added["xp"]!.GetValue<long>(), added["status"]!.GetValue<string>()));
        // 20:00 in New York.
        Assert.Equal(("2026-10-01T00:00:00Z", "2026-09-30"), (added["at"]!.GetValue<string>(), added["day"]!.GetValue<string>()));
    }

    [Fact]
    public void The_same_id_enters_once_and_says_so()
    {
        string[] arguments = ["add-activity", "--rep", "Ana Silva", "--kind", "referral", "--at", "2026-09-30", "--id", "r-1"];
        place.Do(arguments);
        var before = StoreRows.All(place);

        Assert.Contains("Duplicate", place.Do(arguments).Out);
        Assert.Equal(before, StoreRows.All(place));
        place.Refused(2, "ActivityConflict", [.. arguments, "--count", "2"]);
    }

    [Fact]
    public void What_if_says_what_it_would_be_and_keeps_nothing()
    {
        var before = StoreRows.All(place);

        var added = place.Do("add-activity", "--rep", "Ana Silva", "--kind", "deal_closed", "--what-if", "--json").Json;

        Assert.Equal(300, added["xp"]!.GetValue<long>());
        Assert.Equal(before, StoreRows.All(place));
    }

    [Fact]
    public void The_audit_keeps_the_reason()
    {
        place.Do("add-activity", "--rep", "Ana Silva", "--kind", "deal_closed", "--reason", "signed today");

        using var store = place.Open();
        Assert.Equal("signed today", Store.AuditLog.Read(store, "activity").Single().Reason);
    }

    [Fact]
    public void A_file_of_activities_is_entered_and_its_bad_rows_are_listed_with_exit_code_1()
    {
        var file = place.Write(
            "many.csv",
            $"Id,RepId,Kind,At,LeadId,Count\na-1,{Workplace.Ana},deal_closed,2026-09-30,,\na-2,{Workplace.Ben},email_sent,2026-09-30T10:00Z,lead-1,3\n"
            + $"a-3,Nobody,deal_closed,2026-09-30,,1\na-4,{Workplace.Ana},deal_closed,30.09.2026,,1\na-5,{Workplace.Ana},deal_closed,2026-09-30,,many\n"
            + $"a-6,{Workplace.Ana},no_kind,2026-09-30,,1\na-7,{Workplace.Ana}\na-1,{Workplace.Ana},deal_closed,2026-09-30,,1\n");

        var run = place.Run("add-activity", "--from", file, "--json");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal([8, 2, 1, 5, 330], new[] { "read", "recorded", "duplicate", "failed", "xp" }.Select(name => run.Json[name]!.GetValue<long>()));
        Assert.Equal(
            [(4, "RepNotFound"), (5, "InvalidTime"), (6, "InvalidCount"), (7, "UnknownActivityKind"), (8, "WrongFieldCount")],
            run.Json["problems"]!.AsArray().Select(Problem));
        Assert.Contains("Rows that failed", place.Run("add-activity", "--from", file).Out);
    }

    [Fact]
    public void A_file_of_which_nothing_can_be_entered_failed()
    {
        var file = place.Write("many.csv", "rep,kind\nNobody,deal_closed\n");

        Assert.Equal(2, place.Run("add-activity", "--from", file).ExitCode);
    }

    [Fact]
    public void Activities_come_from_standard_input()
    {
        var process = Cli.Start(place, "add-activity", "--from", "-", "--json");
        process.StandardInput.Write($"rep,kind,count\nAna Silva,dial,3\nBen Ito,dial,4\n");

        Assert.Equal(2, Cli.End(process).Json["recorded"]!.GetValue<long>());
        using var store = place.Open();
        Assert.Equal(14, RepActivities.List(store).Sum(a => a.Xp));
    }

    [Fact]
    public void What_if_of_a_file_knows_an_id_that_stands_twice_however_far_apart()
    {
        var rows = Enumerable.Range(0, 1200).Select(i => $"Ana Silva,dial,2026-09-30,key-{i % 600}");
        var file = place.Write("many.csv", $"rep,kind,at,id\n{string.Join('\n', rows)}\n");
        var before = StoreRows.All(place);

        var batch = place.Do("add-activity", "--from", file, "--what-if", "--json").Json;

        Assert.Equal((600, 600), (batch["recorded"]!.GetValue<long>(), batch["duplicate"]!.GetValue<long>()));
        Assert.Equal(before, StoreRows.All(place));
    }

    private static (long, string) Problem(JsonNode? problem) => (problem!["line"]!.GetValue<long>(), problem["id"]!.GetValue<string>());
}
