using System.Globalization;
using System.Security.Cryptography;
using Progress.Csv;
using Progress.Customers;
using Progress.Json;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Customers.Progress;

public sealed class ProgressImportTests : IDisposable
{
    private const string Header = "CustomerId,TaskId,TaskName,TaskSource,StageMilestone,CompetencyArea,PriorityLevel,Status,CompletedDate,PlatformToolUsed,CompletionNotes,CompetencyImpact\n";

    private static readonly string Sample = CustomerPlace.Sample("task-progress.csv");

    private readonly CustomerPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void The_sample_is_imported_as_it_is_in_the_file()
    {
        var summary = place.Catalog().Import(Sample);
        Assert.Equal((609, 609, 0, 0, 0, 40), (summary.Read, summary.Imported, summary.Changed, summary.Duplicate, summary.Invalid, summary.CustomersCreated));
        Assert.Empty(summary.UnmappedMilestones);
        Assert.Equal(File.ReadAllLines(Sample)[1..], place.List().Select(Line));
        Assert.Equal(609, place.List().Select(p => p.SyncKey).Distinct().Count());
        Assert.Equal("PROG_0609", place.List()[^1].ProgressId);
    }

    [Fact]
    public void The_second_import_changes_nothing()
    {
        place.Catalog().Import(Sample);
        var before = StoreText.Of(place.Store);
        place.Clock.Now = place.Clock.Now.AddDays(40);
        var summary = place.Import(Sample, create: false);
        Assert.Equal((609, 0, 0, 609, 0), (summary.Read, summary.Imported, summary.Changed, summary.Duplicate, summary.CustomersCreated));
        Assert.Equal(before, StoreText.Of(place.Store));
    }

    [Fact]
    public void One_audit_row_tells_file_hash_and_counts_and_all_waits()
    {
        place.Import(Sample);
        Assert.Equal([$"taskProgress|{Sample}"], Sql.Texts(place.Store, "SELECT entity, key FROM audit"));
        var account = Sql.Texts(place.Store, "SELECT new FROM audit").Single();
        Assert.Contains($"\"sha256\":\"{Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Sample))).ToLowerInvariant()}\"", account);
        Assert.Contains("\"imported\":609", account);
        Assert.Equal(["customerAsset|40", "taskProgress|609"], Sql.Texts(place.Store, "SELECT entity, CAST(count(*) AS TEXT) FROM outbox GROUP BY entity"));
    }

    [Fact]
    public void What_if_tells_all_and_writes_nothing()
    {
        var before = StoreText.Of(place.Store);
        var summary = place.Import(Sample, whatIf: true);
        Assert.Equal((609, 40, true), (summary.Imported, summary.CustomersCreated, summary.WhatIf));
        Assert.Equal(before, StoreText.Of(place.Store));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_exported_is_imported_to_the_same_values(bool excel)
    {
        place.Catalog().Import(Sample);
        var format = excel ? CsvFormat.Excel(CultureInfo.GetCultureInfo("de-DE")) : CsvFormat.Machine;
        CsvExport.WriteFile(place.Path("export.csv"), place.List(), format);

        var again = TaskProgressImport.FromFile(place.Store, place.Path("export.csv"), new TaskProgressImportOptions { Format = format });
        Assert.Equal((609, 609), (again.Read, again.Duplicate));
        using var other = new CustomerPlace();
        TaskProgressImport.FromFile(other.Store, place.Path("export.csv"), new TaskProgressImportOptions { Format = format, CreateCustomers = true });
        Assert.Equal(place.List(), other.List());
    }

    [Fact]
    public void Json_that_was_printed_is_imported_to_the_same_values()
    {
        place.Import(Sample);
        using (var writer = new StreamWriter(place.Path("export.json"))) OutputJson.Write(writer, place.List());
        Assert.Equal((609, 609), (place.Import(place.Path("export.json")) is var s ? s.Read : 0, place.Import(place.Path("export.json")).Duplicate));
        using var other = new CustomerPlace();
        other.Import(place.Path("export.json"));
        Assert.Equal(place.List(), other.List());
    }

    [Fact]
    public void The_seeds_record_of_airtables_api_is_imported()
    {
        place.Customer("CUST_02");
        Sql.Execute(place.Store, "UPDATE customer SET remote = 'recXXXXXXXXXXXXXX'");
        var summary = place.Import(place.Write("answer.json", """
            { "records": [{ "id": "rec1", "createdTime": "2024-08-15T10:00:00.000Z", "fields": {
                "Customer ID": ["recXXXXXXXXXXXXXX"], "Task ID": "seed-task-001", "Task Name": "Define Ideal Customer Profile (ICP)", "Task Source": "Seed_Tasks",
                "Stage Milestone": "Initial PMF (Product-Market Fit)", "Competency Area": "customerAnalysis", "Priority Level": "high", "Status": "completed",
                "Completed Date": "2024-08-15", "Platform Tool Used": "icp-analysis", "Completion Notes": "Completed via simplified platform ICP tool",
                "Competency Impact": 5, "Progress ID": 7 } }] }
            """), create: false);
        Assert.Equal(1, summary.Imported);
        Assert.Equal(
            "CUST_02,seed-task-001,Define Ideal Customer Profile (ICP),Seed_Tasks,Initial PMF (Product-Market Fit),customerAnalysis,high,completed,2024-08-15,icp-analysis,Completed via simplified platform ICP tool,5",
            Line(place.List().Single()));
    }

    [Fact]
    public void Columns_have_the_seeds_names_too()
    {
        place.ImportText("Customer ID\tTask Name\tStatus\tCompleted Date\tCompetency Impact\nCUST_01\tA\tNot Started\t\t3\n");
        Assert.Equal("CUST_01,,A,,,,,not_started,,,,3", Line(place.List().Single()));
    }

    [Fact]
    public void An_empty_value_of_a_new_record_comes_from_the_catalogue()
    {
        place.Catalog().ImportText("CustomerId,TaskId\nCUST_01,seed-task-009\n");
        Assert.Equal(
            "CUST_01,seed-task-009,Hire Ideal Customer Profile 9,Seed_Tasks,Initial PMF (Product-Market Fit),valueCommunication,medium,completed,2026-09-30,icp-analysis,,4",
            Line(place.List().Single()));
    }

    [Fact]
    public void Other_values_change_the_record_and_empty_ones_leave_it()
    {
        place.ImportText(Header + "CUST_01,t,Name,custom,Key Hires,general,low,in_progress,,none,Notes,3\n");
        place.Clock.Now = place.Clock.Now.AddHours(1);
        var summary = place.ImportText(Header + "cust_01,T,Name,,,,high,completed,2026-08-01,,,\n");
        Assert.Equal((1, 1), (summary.Read, summary.Changed));
        Assert.Equal("CUST_01,t,Name,custom,Key Hires,general,high,completed,2026-08-01,none,Notes,3", Line(place.List().Single()));
        Assert.Equal(("PROG_0001", 1), (place.List().Single().ProgressId, (place.List().Single().LastUpdated - place.List().Single().CreatedDate).TotalHours));
    }

    [Fact]
    public void A_record_is_known_by_its_key_first()
    {
        place.ImportText("CustomerId,TaskName,SyncKey\nCUST_01,Old name,6f9e3a52-7c1d-4f0b-9a64-0d2c8e41b7aa\n");
        var summary = place.ImportText("CustomerId,TaskName,SyncKey\nCUST_01,New name,6F9E3A52-7C1D-4F0B-9A64-0D2C8E41B7AA\n");
        Assert.Equal(1, summary.Changed);
        Assert.Equal(("New name", new Guid("6f9e3a52-7c1d-4f0b-9a64-0d2c8e41b7aa")), (place.List().Single().TaskName, place.List().Single().SyncKey));
        Assert.Contains(
            "SyncKey '6f9e3a52-7c1d-4f0b-9a64-0d2c8e41b7aa': it is PROG_0001 of CUST_01; allowed: the record's own customer, or another SyncKey",
            Refused("CustomerId,TaskName,SyncKey\nCUST_02,New name,6f9e3a52-7c1d-4f0b-9a64-0d2c8e41b7aa\n"));
    }

    [Fact]
    public void A_record_does_not_become_one_that_is_there()
    {
        place.ImportText("CustomerId,TaskId,TaskName,SyncKey\nCUST_01,a,A,6f9e3a52-7c1d-4f0b-9a64-0d2c8e41b7aa\nCUST_01,b,B,\n");
        Assert.Contains(
            "TaskId 'B': CUST_01 has it already, as PROG_0002; allowed: a task that the customer does not have",
            Refused("CustomerId,TaskId,TaskName,SyncKey\nCUST_01,B,A,6f9e3a52-7c1d-4f0b-9a64-0d2c8e41b7aa\n"));
    }

    [Fact]
    public void A_name_of_two_customers_is_refused_with_their_ids()
    {
        place.Customer("CUST_01", "Acme").Customer("CUST_02", "Acme");
        Assert.Contains("line 2, CustomerId 'acme': it is the name of CUST_01, CUST_02; allowed: one of the ids", Refused("CustomerId,TaskName\nacme,A\n"));
    }

    [Fact]
    public void A_date_without_a_status_says_that_it_is_completed()
    {
        place.ImportText(Header + "CUST_01,t,Name,,,,,in_progress,,,,\n");
        Assert.Equal(1, place.ImportText(Header + "CUST_01,t,Name,,,,,,2026-08-01,,,\n").Changed);
        Assert.Equal(("completed", new DateOnly(2026, 8, 1)), (place.List().Single().Status, place.List().Single().CompletedDate));
    }

    [Fact]
    public void What_was_completed_on_an_unknown_day_stays_so()
    {
        place.ImportText(Header + "CUST_01,t,Name,,,,,completed,2026-08-01,,,\n");
        Sql.Execute(place.Store, "UPDATE task_progress SET completed_day = NULL");
        Assert.Equal(1, place.ImportText(Header + "CUST_01,t,Name,,,,,completed,,,,\n").Duplicate);
    }

    [Theory]
    [InlineData("CUST_01,t,Name,,,,,,,,,11", "CompetencyImpact '11': it cannot be used; allowed: a whole number from 1 to 10")]
    [InlineData("CUST_01,t,Name,,,,,,,,,five", "CompetencyImpact 'five': it cannot be used; allowed: a whole number from 1 to 10")]
    [InlineData("CUST_01,t,Name,,,,,,,,,99999999999", "CompetencyImpact '99999999999': it cannot be used; allowed: a whole number from 1 to 10")]
    [InlineData("CUST_01,t,Name,,,,,done,,,,", "Status 'done': it cannot be used; allowed: not_started, in_progress, completed, skipped")]
    [InlineData("CUST_01,t,Name,,,,,in_progress,2026-08-01,,,", "CompletedDate '2026-08-01': Status is 'in_progress'; allowed: a date with Status completed, and none with another")]
    [InlineData("CUST_01,t,Name,,,,,,03/04/2026,,,", "CompletedDate '03/04/2026': it cannot be used; allowed: a date as yyyy-MM-dd, from 1900 to 2199, e.g. 2026-09-30")]
    [InlineData("CUST_01,t,Name,,,,,,2026-02-30,,,", "CompletedDate '2026-02-30': it cannot be used; allowed: a date as yyyy-MM-dd, from 1900 to 2199, e.g. 2026-09-30")]
    [InlineData("CUST_01,t,,,,,,,,,,", "TaskName '': it is missing; allowed: a name; the catalogue has no task 't'")]
    [InlineData(",t,Name,,,,,,,,,", "CustomerId '': it is missing; allowed: a customer's id or name")]
    [InlineData("C 1,t,Name,,,,,,,,,", "CustomerId 'C 1': it cannot be used; allowed: 1 to 64 letters, digits, _, - and ., e.g. CUST_02")]
    public void What_cannot_be_used_names_line_field_value_and_what_is_allowed(string row, string problem)
    {
        Assert.Contains($"line 3, {problem}", Refused(Header + "CUST_01,ok,Fine,,,,,,,,,\n" + row + "\n"));
        Assert.Empty(place.List());
        Assert.Empty(CustomerDirectory.List(place.Store));
    }

    [Fact]
    public void An_unknown_customer_refuses_the_file()
    {
        var error = Assert.Throws<ProgressException>(() => place.Import(Sample, create: false));
        Assert.Equal("InvalidRow", error.Id);
        Assert.Contains("line 2, CustomerId 'CUST_01': it cannot be used; allowed: a customer of this store; New-Customer adds one, and -CreateCustomer each that is missing", error.Message);
    }

    [Fact]
    public void A_note_of_200_000_characters_refuses_the_file_and_shows_its_beginning()
    {
        var message = Refused(Header + $"CUST_01,t,Name,,,,,,,,{new string('n', 200_000)},\n");
        Assert.Contains("it has 200,000 characters; allowed: text of up to 100,000 characters", message);
        Assert.InRange(message.Length, 100, 1_000);
    }

    [Fact]
    public void Skip_invalid_imports_the_others_lists_each_and_writes_the_rejects()
    {
        var text = Header + "CUST_01,a,A,,,,,,,,,\nCUST_99,b,B,,,,,,,,,\nCUST_01,c,C,,,,,done,,,,\nCUST_01,d,D,,\nCUST_01,e,E,,,,,,,,,\n";
        place.Customer("CUST_01");
        var summary = place.Import(place.Write("p.csv", text), create: false, skip: true, rejects: place.Path("rejects.csv"));
        Assert.Equal((5, 2, 3), (summary.Read, summary.Imported, summary.Invalid));
        Assert.Equal([(3, "CustomerId"), (4, "Status"), (5, "row")], summary.Problems.Select(p => (p.Line, p.Field)));
        Assert.Equal(Header + "CUST_99,b,B,,,,,,,,,\nCUST_01,c,C,,,,,done,,,,\nCUST_01,d,D,,\n", File.ReadAllText(place.Path("rejects.csv")));
    }

    [Fact]
    public void Rejected_json_is_one_record_a_line_and_can_be_imported_once_it_is_corrected()
    {
        var json = """
            [ { "customerId": "CUST_01", "taskName": "A" },
              { "customerId": "CUST_01",
                "taskName": "B", "competencyImpact": 11 },
              { "customerId": "CUST_77", "taskName": "C" } ]
            """;
        place.Customer("CUST_01");
        Assert.Equal(2, place.Import(place.Write("p.json", json), create: false, skip: true, rejects: place.Path("rejects.json")).Invalid);
        File.WriteAllText(place.Path("corrected.json"), File.ReadAllText(place.Path("rejects.json")).Replace("11", "10"));
        Assert.Equal(2, place.Import(place.Path("corrected.json")).Imported);
        Assert.Equal(["A", "B", "C"], place.List().Select(p => p.TaskName));
    }

    [Fact]
    public void Two_rows_that_say_otherwise_of_one_task_are_refused_and_the_same_twice_is_a_duplicate()
    {
        Assert.Contains(
            "line 3, TaskId 't': an earlier row says otherwise of this task of CUST_01; allowed: one row for each task of a customer",
            Refused(Header + "CUST_01,t,Name,,,,low,,,,,\nCUST_01,t,Name,,,,high,,,,,\n"));
        var summary = place.ImportText(Header + "CUST_01,t,Name,,,,low,,,,,\nCUST_01,T,Name,,,,low,,,,,\n");
        Assert.Equal((1, 1), (summary.Imported, summary.Duplicate));
    }

    [Theory]
    [InlineData("TaskId,TaskName\na,b\n", "MissingColumn")]
    [InlineData("CustomerId,Status\nCUST_01,completed\n", "MissingColumn")]
    [InlineData("", "EmptyFile")]
    [InlineData("[{ \"customerId\": \"CUST_01\", \"taskName\": \"A\" }", "InvalidJson")]
    [InlineData("[{ \"customerId\": \"CUST_01\", \"taskName\": \"\\ud800\" }]", "InvalidRow")]
    [InlineData("{ \"records\": 1 }", "InvalidJson")]
    [InlineData("CustomerId,TaskName,SyncKey\nCUST_01,A,7\n", "InvalidRow")]
    [InlineData("CustomerId,TaskName\nCUST_01,\"A\n", "UnterminatedQuote")]
    public void A_file_that_is_unsound_is_refused_whole(string text, string id)
    {
        Assert.Equal(id, Assert.Throws<ProgressException>(() => place.ImportText(text)).Id);
        Assert.Empty(place.List());
    }

    [Fact]
    public void Unmapped_milestones_are_listed()
    {
        var summary = place.ImportText(Header + "CUST_01,a,A,,Series A,,,,,,,\nCUST_01,b,B,,Key Hires,,,,,,,\nCUST_01,c,C,,,,,,,,,\n");
        Assert.Equal(["Series A"], summary.UnmappedMilestones);
    }

    [Fact]
    public void Rejects_must_not_replace_the_file() =>
        Assert.Equal("RejectPathTaken", Assert.Throws<ProgressException>(() => place.Import(Sample, skip: true, rejects: Sample)).Id);

    private static string Line(TaskProgress p) => string.Join(
        ',', p.CustomerId, p.TaskId, p.TaskName, p.TaskSource, p.StageMilestone, p.CompetencyArea, p.PriorityLevel, p.Status,
        p.CompletedDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), p.PlatformToolUsed, p.CompletionNotes, p.CompetencyImpact);

    private string Refused(string csv) => Assert.Throws<ProgressException>(() => place.ImportText(csv)).Message;
}
