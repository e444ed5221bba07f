using Xunit;

namespace Progress.Tests;

public sealed class ImportProgressTests : IDisposable
{
    private const string Header = "CustomerId,TaskId,TaskName,Status,CompletedDate,CompetencyImpact,CompletionNotes\n";
    private const string Good = "CUST_01,x-1,Call them,completed,2026-10-01,3,\n";

    private readonly CustomerPlace customers = new();
    private readonly Workplace place;

    public ImportProgressTests() => place = customers.Place;

    /// <summary>A row, and what the message must say of it.</summary>
    public static TheoryData<string, string> Rows => new()
    {
        { "CUST_01,x-2,Eleven,completed,2026-10-01,11,", "line 3, CompetencyImpact '11': it cannot be used; allowed: a whole number from 1 to 10" },
        { "CUST_01,x-2,Done,done,2026-10-01,3,", "line 3, Status 'done': it cannot be used; allowed: not_started, in_progress, completed, skipped" },
        { "CUST_01,x-2,Early,skipped,2026-10-01,3,", "line 3, CompletedDate '2026-10-01': Status is 'skipped'" },
        { "CUST_77,x-2,Who,completed,2026-10-01,3,", "line 3, CustomerId 'CUST_77': it cannot be used; allowed: a customer of this store; New-Customer adds one, and --create-customer" },
        { "CUST_01,x-2,When,completed,03/04/2026,3,", "line 3, CompletedDate '03/04/2026'" },
        { $"CUST_01,x-2,Long,completed,2026-10-01,3,{new string('x', 200_000)}", "it has 200,000 characters; allowed: text of up to 100,000 characters" },
    };

    public void Dispose() => customers.Dispose();

    [Fact]
    public void The_summary_counts_every_row_once_and_a_second_import_changes_nothing()
    {
        var file = place.Write("more.csv", $"{Header}{Good}CUST_03,t-2,,in_progress,,,\nCUST_02,t-1,,completed,2026-10-02,,\n");

        var first = place.Do("import-progress", file, "--create-customer", "--json").Json;
        var before = StoreRows.All(place);
        var second = place.Do("import-progress", file, "--json").Json;

        Assert.Equal([3, 2, 1, 0, 0, 1], Counts(first));
        Assert.Equal([3, 0, 0, 3, 0, 0], Counts(second));
        Assert.Equal(before, StoreRows.All(place));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_file_with_a_row_that_cannot_be_used_is_refused_as_a_whole(string row, string message)
    {
        var before = StoreRows.All(place);

        var error = place.Refused(2, "InvalidRow", "import-progress", place.Write("bad.csv", $"{Header}{Good}{row}\n")).ErrorJson;

        Assert.Contains(message, error["message"]!.GetValue<string>());
        Assert.Contains("bad.csv", error["message"]!.GetValue<string>());
        Assert.Equal(before, StoreRows.All(place));
    }

    [Fact]
    public void Skip_invalid_imports_the_sound_rows_keeps_the_others_and_ends_with_1()
    {
        var file = place.Write("mixed.csv", $"{Header}{Good}CUST_01,x-2,Eleven,completed,2026-10-01,11,\n");

        var run = place.Run("import-progress", file, "--skip-invalid", "--reject-path", place["rejects.csv"], "--json");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal([2, 1, 0, 0, 1, 0], Counts(run.Json));
        Assert.Equal(File.ReadLines(file).Where((_, i) => i is 0 or 2), File.ReadLines(place["rejects.csv"]));
        Assert.Contains("Problem rows", place.Run("import-progress", file, "--skip-invalid").Out);
    }

    [Fact]
    public void What_if_counts_everything_and_writes_nothing()
    {
        var before = StoreRows.All(place);
        var file = place.Write("more.csv", Header + Good);

        Assert.True(place.Do("import-progress", file, "--what-if", "--json").Json["whatIf"]!.GetValue<bool>());
        Assert.StartsWith("Would import ", place.Do("import-progress", file, "--what-if").Out);
        Assert.Equal(before, StoreRows.All(place));
    }

    [Fact]
    public void A_catalogue_says_which_stages_mean_no_milestone()
    {
        var again = place.Do("import-catalog", place["catalog.csv"]).Out;

        Assert.Contains("Stages that mean no milestone: Series A.", again);
        Assert.Matches(@"Duplicate +4", again);
    }

    [Fact]
    public void A_catalogue_with_a_row_that_cannot_be_used_is_refused_as_a_whole()
    {
        var before = StoreRows.All(place);
        var file = place.Write("bad.csv", File.ReadAllText(place["catalog.csv"]).Replace(",critical,", ",asap,"));

        var error = place.Refused(2, "InvalidRow", "import-catalog", file).ErrorJson;

        Assert.Contains("line 3, PriorityLevel 'asap': it cannot be used; allowed: critical, high, medium, low", error["message"]!.GetValue<string>());
        Assert.Equal(before, StoreRows.All(place));
    }

    private static long[] Counts(System.Text.Json.Nodes.JsonNode summary) =>
        [.. new[] { "read", "imported", "changed", "duplicate", "invalid", "customersCreated" }.Select(name => summary[name]!.GetValue<long>())];
}
