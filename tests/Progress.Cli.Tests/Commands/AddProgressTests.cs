using Progress.Customers;
using Xunit;

namespace Progress.Tests;

public sealed class AddProgressTests : IDisposable
{
    private readonly CustomerPlace customers = new();
    private readonly Workplace place;

    public AddProgressTests() => place = customers.Place;

    public void Dispose() => customers.Dispose();

    [Fact]
    public void What_is_left_out_is_taken_from_the_catalogue()
    {
        var added = place.Do("add-progress", "--customer", "birchline", "--task", "t-2", "--completed", "2026-10-25", "--json").Json;

        Assert.Equal(
            ("PROG_0004", "CUST_01", "Price the pilot", "completed", "2026-10-25", 4, "Recorded"),
            (added["progressId"]!.GetValue<string>(), added["customerId"]!.GetValue<string>(), added["taskName"]!.GetValue<string>(),
                added["status"]!.GetValue<string>(), added["completedDate"]!.GetValue<string>(), added["competencyImpact"]!.GetValue<int>(), added["entry"]!.GetValue<string>()));
    }

    [Fact]
    public void The_same_again_changes_nothing_and_other_values_are_a_conflict()
    {
        string[] arguments = ["add-progress", "--customer", "CUST_01", "--task", "t-2", "--completed", "2026-10-25"];
        place.Do(arguments);
        var before = StoreRows.All(place);

        Assert.Contains("Duplicate", place.Do(arguments).Out);
        place.Refused(2, "TaskProgressExists", [.. arguments, "--impact", "9"]);
        Assert.Equal(before, StoreRows.All(place));
    }

    [Fact]
    public void A_task_of_no_catalogue_has_all_that_is_given()
    {
        place.Do(
            "add-progress", "--customer", "CUST_09", "--create-customer", "--name", "Visit the fair", "--source", "custom", "--stage", "Key Hires",
            "--competency", "general", "--priority", "low", "--status", "inProgress", "--tool", "resource-library", "--notes", "Hall 3", "--impact", "2", "--reason", "they asked");

        using var store = place.Open();
        var record = TaskProgresses.List(store, new TaskProgressQuery { Customer = ["CUST_09"] }).Single();
        Assert.Equal(
            (null, "Visit the fair", "custom", "Key Hires", "general", "low", "in_progress", null, "resource-library", "Hall 3", 2),
            (record.TaskId, record.TaskName, record.TaskSource, record.StageMilestone, record.CompetencyArea, record.PriorityLevel, record.Status,
                record.CompletedDate, record.PlatformToolUsed, record.CompletionNotes, record.CompetencyImpact));
        Assert.Equal("they asked", Store.AuditLog.Read(store, "taskProgress").First().Reason);
    }

    [Theory]
    [InlineData("--customer CUST_01 --task t-2 --impact 11", 2, "InvalidImpact", "CompetencyImpact is '11'; allowed: a whole number from 1 to 10.")]
    [InlineData("--customer CUST_01 --task t-2 --status done", 2, "InvalidOption", "Status is 'done'; allowed: not_started, in_progress, completed, skipped.")]
    [InlineData("--customer CUST_01 --task t-2 --status skipped --completed 2026-10-01", 2, "DateWithoutCompletion", "CompletedDate is '2026-10-01': Status is 'skipped'")]
    [InlineData("--customer CUST_77 --task t-2", 2, "CustomerNotFound", "CustomerId is 'CUST_77'; allowed: a customer of this store; New-Customer adds one, and --create-customer")]
    [InlineData("--customer CUST_01 --task none-such", 2, "ValueMissing", "no task 'none-such'")]
    [InlineData("--customer CUST_01 --task t-2 --impact many", 3, "InvalidUsage", "--impact is 'many'")]
    [InlineData("--customer CUST_01", 3, "InvalidUsage", "Give --customer and --task or --name, or --from")]
    [InlineData("--from x.csv --task t-2", 3, "InvalidUsage", "--task cannot stand beside it")]
    public void Bad_input_says_field_value_and_what_is_allowed(string arguments, int exitCode, string id, string message)
    {
        var before = StoreRows.All(place);

        Assert.Contains(message, place.Refused(exitCode, id, ["add-progress", .. arguments.Split(' ')]).ErrorJson["message"]!.GetValue<string>());
        Assert.Equal(before, StoreRows.All(place));
    }

    [Fact]
    public void A_file_of_progress_is_entered_and_its_bad_rows_are_listed_with_exit_code_1()
    {
        var file = place.Write(
            "many.csv",
            "CustomerId,TaskId,CompletedDate,CompetencyImpact,Status\nCUST_01,t-2,2026-10-25,,\nCUST_01,t-2,2026-10-25,,\nNobody,t-1,,,\n"
            + "CUST_02,t-4,25.10.2026,,\nCUST_02,t-4,,many,\nCUST_02,t-4,,11,\nCUST_02,t-4\nCUST_02,t-4,,,skipped\n");

        var run = place.Run("add-progress", "--from", file, "--json");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal([8, 2, 1, 5], new[] { "read", "recorded", "duplicate", "failed" }.Select(name => run.Json[name]!.GetValue<long>()));
        Assert.Equal(
            [(4, "CustomerNotFound"), (5, "InvalidDate"), (6, "InvalidImpact"), (7, "InvalidImpact"), (8, "WrongFieldCount")],
            run.Json["problems"]!.AsArray().Select(p => (p!["line"]!.GetValue<int>(), p["id"]!.GetValue<string>())));
        Assert.Contains("Rows that failed", place.Run("add-progress", "--from", file).Out);
    }

    [Fact]
    public void Records_of_another_store_keep_their_identity()
    {
        const string key = "6f9e3a52-7c1d-4f0b-9a64-0d2c8e41b7aa";
        var run = place.Run("add-progress", "--from", place.Write("keys.csv", $"CustomerId,TaskId,SyncKey\nCUST_01,t-2,{key}\nCUST_02,t-4,no key\n"), "--json");

        Assert.Equal("InvalidSyncKey", run.Json["problems"]!.AsArray().Single()!["id"]!.GetValue<string>());
        using var store = place.Open();
        Assert.Equal("t-2", TaskProgresses.One(store, key).TaskId);
    }

    [Fact]
    public void Progress_comes_from_standard_input()
    {
        var process = Cli.Start(place, "add-progress", "--from", "-", "--create-customer", "--json");
        process.StandardInput.Write("Customer ID,Task ID\nCUST_08,t-1\nCUST_09,t-4\n");

        Assert.Equal(2, Cli.End(process).Json["recorded"]!.GetValue<long>());
    }

    [Fact]
    public void What_if_of_a_file_keeps_nothing_and_knows_what_stands_twice_however_far_apart()
    {
        var rows = Enumerable.Range(0, 1200).Select(i => $"CUST_01,Task {i % 600},2026-10-01");
        var file = place.Write("many.csv", $"CustomerId,TaskName,CompletedDate\n{string.Join('\n', rows)}\n");
        var before = StoreRows.All(place);

        var batch = place.Do("add-progress", "--from", file, "--what-if", "--json").Json;

        Assert.Equal((600, 600), (batch["recorded"]!.GetValue<long>(), batch["duplicate"]!.GetValue<long>()));
        Assert.Equal(before, StoreRows.All(place));
    }
}
