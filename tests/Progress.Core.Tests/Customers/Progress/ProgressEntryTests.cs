using Progress.Customers;
using Progress.Settings;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Customers.Progress;

public sealed class ProgressEntryTests : IDisposable
{
    private readonly CustomerPlace place = new CustomerPlace().Customer("CUST_02", "Acme").Catalog();

    public void Dispose() => place.Dispose();

    private static NewTaskProgress Task(string id) => new() { CustomerId = "CUST_02", TaskId = id };

    [Fact]
    public void Values_come_from_the_catalogue_where_it_knows_the_task()
    {
        var added = place.Add(Task("SEED-task-009"));
        Assert.Equal(
            ("seed-task-009", "Hire Ideal Customer Profile 9", "Seed_Tasks", "Initial PMF (Product-Market Fit)", "valueCommunication", "medium", "icp-analysis", 4),
            (added.TaskId, added.TaskName, added.TaskSource, added.StageMilestone, added.CompetencyArea, added.PriorityLevel, added.PlatformToolUsed, added.CompetencyImpact));
    }

    [Fact]
    public void What_is_given_goes_before_the_catalogue()
    {
        var added = place.Add(Task("seed-task-009") with { TaskName = "Mine", CompetencyImpact = 9, PlatformToolUsed = "none" });
        Assert.Equal(("Mine", 9, "none", "medium"), (added.TaskName, added.CompetencyImpact, added.PlatformToolUsed, added.PriorityLevel));
    }

    [Fact]
    public void A_customer_may_be_named() => Assert.Equal("CUST_02", place.Add(Task("seed-task-001") with { CustomerId = "acme" }).CustomerId);

    [Fact]
    public void A_customer_who_is_missing_is_refused_or_made()
    {
        var task = Task("seed-task-001") with { CustomerId = "CUST_77" };
        var error = Assert.Throws<ProgressException>(() => place.Add(task));
        Assert.Equal(("CustomerNotFound", ErrorKind.NotFound), (error.Id, error.Kind));
        Assert.Equal("CustomerId is 'CUST_77'; allowed: a customer of this store; New-Customer adds one, and -CreateCustomer each that is missing.", error.Message);
        Assert.Equal("CUST_77", place.Add(task, create: true).CustomerId);
        Assert.Contains("customer|CUST_77", Sql.Texts(place.Store, "SELECT entity, key FROM audit"));
    }

    [Fact]
    public void A_bad_entry_does_not_make_its_customer()
    {
        Assert.Throws<ProgressException>(() => place.Add(new NewTaskProgress { CustomerId = "CUST_77" }, create: true));
        Assert.Equal("InvalidCustomerId", Assert.Throws<ProgressException>(() => place.Add(Task("seed-task-001") with { CustomerId = "no id!" }, create: true)).Id);
        Assert.Equal(["CUST_02"], CustomerDirectory.List(place.Store).Select(c => c.CustomerId));
    }

    [Fact]
    public void Of_several_each_bad_one_is_answered_and_the_others_are_recorded()
    {
        var results = TaskProgresses.Add(place.Store, [Task("seed-task-001"), Task("x"), Task("seed-task-002"), Task("seed-task-001")]);
        Assert.Equal(["PROG_0001", null, "PROG_0002", "PROG_0001"], results.Select(r => r.Result?.ProgressId));
        Assert.Equal([EntryStatus.Recorded, null, EntryStatus.Recorded, EntryStatus.Duplicate], results.Select(r => r.Result?.Entry));
        Assert.Equal("ValueMissing", results[1].Error!.Id);
    }

    [Fact]
    public void The_same_again_is_a_duplicate_and_leaves_no_trace()
    {
        var task = Task("seed-task-001") with { CompletionNotes = "done" };
        var first = place.Add(task);
        var before = StoreText.Of(place.Store);
        place.Clock.Now = place.Clock.Now.AddDays(3);
        Assert.Equal(first with { Entry = EntryStatus.Duplicate }, place.Add(task));
        Assert.Equal(first with { Entry = EntryStatus.Duplicate }, place.Add(Task("SEED-TASK-001")));
        Assert.Equal(before, StoreText.Of(place.Store));
    }

    [Fact]
    public void Other_values_of_the_same_task_are_a_conflict()
    {
        place.Add(Task("seed-task-001") with { Status = "in_progress" });
        var error = Assert.Throws<ProgressException>(() => place.Add(Task("seed-task-001")));
        Assert.Equal(("TaskProgressExists", ErrorKind.Conflict), (error.Id, error.Kind));
        Assert.Equal("CUST_02 has 'Interview board update 1' already, as PROG_0001 with other values (Status 'in_progress'). Change it with Set-TaskProgress PROG_0001.", error.Message);
    }

    [Fact]
    public void Without_an_id_the_name_tells_tasks_apart()
    {
        place.Add(new NewTaskProgress { CustomerId = "CUST_02", TaskName = "Call them" });
        Assert.Equal(EntryStatus.Duplicate, place.Add(new NewTaskProgress { CustomerId = "CUST_02", TaskName = " Call them " }).Entry);
        Assert.Equal("PROG_0002", place.Add(new NewTaskProgress { CustomerId = "CUST_02", TaskName = "Call again" }).ProgressId);
        Assert.Equal("PROG_0003", place.Add(new NewTaskProgress { CustomerId = "CUST_02", TaskName = "Call them", TaskId = "own-1" }).ProgressId);
    }

    [Fact]
    public void An_entry_is_audited_and_it_and_its_customer_wait()
    {
        Sql.Execute(place.Store, "DELETE FROM outbox; DELETE FROM audit");
        var key = place.Add(Task("seed-task-001")).SyncKey;
        Assert.Equal([$"customerAsset|CUST_02", $"taskProgress|{key:D}"], Sql.Texts(place.Store, "SELECT entity, key FROM outbox ORDER BY entity"));
        Assert.Equal([$"taskProgress|{key:D}||because"], Sql.Texts(place.Store, "SELECT entity, key, old, reason FROM audit"));
    }

    [Fact]
    public void On_a_store_with_airtable_codes_are_provisional()
    {
        Connect();
        Assert.Equal(["PROG_?1", "PROG_?2"], [place.Add(Task("seed-task-001")).ProgressId, place.Add(Task("seed-task-002")).ProgressId]);
        Assert.Equal("skipped", place.Set("PROG_?2", new TaskProgressUpdate { Status = "skipped" }).Status);
        Sql.Execute(place.Store, "UPDATE task_progress SET number = 41 WHERE provisional = 2");
        Assert.Equal(["PROG_?1", "PROG_0041"], place.List().Select(p => p.ProgressId));
        Assert.Equal("PROG_0041", place.Set("PROG_?2", new TaskProgressUpdate { CompetencyImpact = 2 }).ProgressId);
        Assert.Equal("PROG_?3", place.Add(Task("seed-task-003")).ProgressId);
    }

    [Theory]
    [InlineData("PROG_0009")]
    [InlineData("PROG_?1")]
    [InlineData("PROG_")]
    [InlineData("1")]
    [InlineData("")]
    public void A_code_that_is_not_there_is_not_found(string id)
    {
        place.Add(Task("seed-task-001"));
        var error = Assert.Throws<ProgressException>(() => place.Set(id, new TaskProgressUpdate { Status = "skipped" }));
        Assert.Equal(("TaskProgressNotFound", ErrorKind.NotFound), (error.Id, error.Kind));
    }

    [Fact]
    public void A_record_is_found_by_its_code_whatever_its_case_and_by_its_key()
    {
        var added = place.Add(Task("seed-task-001"));
        Assert.Equal(2, place.Set("prog_0001", new TaskProgressUpdate { CompetencyImpact = 2 }).CompetencyImpact);
        Assert.Equal(3, place.Set(added.SyncKey.ToString(), new TaskProgressUpdate { CompetencyImpact = 3 }).CompetencyImpact);
    }

    [Fact]
    public void A_record_that_is_gone_cannot_be_changed()
    {
        place.Add(Task("seed-task-001"));
        Sql.Execute(place.Store, "UPDATE task_progress SET gone = 0");
        var error = Assert.Throws<ProgressException>(() => place.Set("PROG_0001", new TaskProgressUpdate { Status = "skipped" }));
        Assert.Equal(("TaskProgressGone", ErrorKind.Conflict), (error.Id, error.Kind));
    }

    [Fact]
    public void Set_to_completed_it_gets_the_day_and_set_away_it_loses_it()
    {
        place.Add(Task("seed-task-001") with { Status = "not_started" });
        Assert.Equal(new DateOnly(2026, 9, 30), place.Set("PROG_0001", new TaskProgressUpdate { Status = "completed" }).CompletedDate);
        place.Clock.Now = place.Clock.Now.AddDays(2);
        Assert.Equal(new DateOnly(2026, 9, 30), place.Set("PROG_0001", new TaskProgressUpdate { Status = "Completed", CompletionNotes = "x" }).CompletedDate);
        Assert.Equal(new DateOnly(2026, 9, 1), place.Set("PROG_0001", new TaskProgressUpdate { CompletedDate = new DateOnly(2026, 9, 1) }).CompletedDate);
        var away = place.Set("PROG_0001", new TaskProgressUpdate { Status = "in_progress" });
        Assert.Equal(("in_progress", null), (away.Status, away.CompletedDate));
        Assert.Equal("DateWithoutCompletion", Assert.Throws<ProgressException>(() => place.Set("PROG_0001", new TaskProgressUpdate { CompletedDate = new DateOnly(2026, 9, 1) })).Id);
        Assert.Equal(
            "DateWithoutCompletion", Assert.Throws<ProgressException>(() => place.Set("PROG_0001", new TaskProgressUpdate { Status = "skipped", CompletedDate = new DateOnly(2026, 9, 1) })).Id);
    }

    [Fact]
    public void Empty_text_removes_what_may_be_missing()
    {
        place.Add(Task("seed-task-001") with { CompletionNotes = "x" });
        var bare = place.Set("PROG_0001", new TaskProgressUpdate { TaskSource = "", StageMilestone = "", CompetencyArea = "", PriorityLevel = "", PlatformToolUsed = "", CompletionNotes = "" });
        Assert.Equal((null, null, null, null, null, null), (bare.TaskSource, bare.StageMilestone, bare.CompetencyArea, bare.PriorityLevel, bare.PlatformToolUsed, bare.CompletionNotes));
        Assert.Equal("TaskName is missing; allowed: a name.", Assert.Throws<ProgressException>(() => place.Set("PROG_0001", new TaskProgressUpdate { TaskName = "" })).Message);
        Assert.StartsWith("Status is missing; allowed: not_started,", Assert.Throws<ProgressException>(() => place.Set("PROG_0001", new TaskProgressUpdate { Status = "" })).Message);
    }

    [Fact]
    public void A_change_that_is_none_leaves_no_trace()
    {
        place.Add(Task("seed-task-001"));
        var before = StoreText.Of(place.Store);
        place.Set("PROG_0001", new TaskProgressUpdate { Status = "completed", TaskName = "Interview board update 1" });
        Assert.Equal(before, StoreText.Of(place.Store));
    }

    [Fact]
    public void A_name_that_another_record_has_is_refused_where_it_is_the_identity()
    {
        place.Add(new NewTaskProgress { CustomerId = "CUST_02", TaskName = "a" });
        place.Add(new NewTaskProgress { CustomerId = "CUST_02", TaskName = "b" });
        Assert.Equal("TaskProgressExists", Assert.Throws<ProgressException>(() => place.Set("PROG_0002", new TaskProgressUpdate { TaskName = "a" })).Id);
    }

    [Fact]
    public void A_note_of_200_000_characters_is_refused()
    {
        var error = Assert.Throws<ProgressException>(() => place.Add(Task("seed-task-001") with { CompletionNotes = new string('n', 200_000) }));
        Assert.Equal("InvalidText", error.Id);
        Assert.Equal($"CompletionNotes is '{new string('n', 100)}…': it has 200,000 characters; allowed: text of up to 100,000 characters.", error.Message);
        Assert.Equal(100_000, place.Add(Task("seed-task-001") with { CompletionNotes = new string('n', 100_000) }).CompletionNotes!.Length);
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("tab\there")]
    [InlineData("line\u2028separator")]
    public void A_name_is_on_one_line(string name) =>
        Assert.Equal("InvalidText", Assert.Throws<ProgressException>(() => place.Add(Task("seed-task-001") with { TaskName = name })).Id);

    [Fact]
    public void Half_a_character_is_refused()
    {
        Assert.Equal("InvalidText", Assert.Throws<ProgressException>(() => place.Add(Task("seed-task-001") with { TaskName = "half \ud83d" })).Id);
        Assert.Equal("InvalidText", Assert.Throws<ProgressException>(() => place.Add(Task("seed-task-001") with { CompletionNotes = "\ude80 half" })).Id);
        Assert.Equal("whole 🚀", place.Add(Task("seed-task-001") with { TaskName = "whole 🚀" }).TaskName);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void A_text_on_one_line_has_up_to_1_000_characters(int length, bool isTaken)
    {
        var task = Task("seed-task-001") with { StageMilestone = new string('s', length) };
        if (isTaken) Assert.Equal(length, place.Add(task).StageMilestone!.Length);
        else Assert.Contains("it has 1,001 characters; allowed: text on one line of up to 1,000 characters.", Assert.Throws<ProgressException>(() => place.Add(task)).Message);
    }

    [Theory]
    [InlineData(1899)]
    [InlineData(2200)]
    public void A_mistyped_year_is_refused(int year) =>
        Assert.Equal("InvalidDate", Assert.Throws<ProgressException>(() => place.Add(Task("seed-task-001") with { CompletedDate = new DateOnly(year, 1, 1) })).Id);

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        var before = StoreText.Of(place.Store);
        Assert.Equal("PROG_0001", TaskProgresses.Add(place.Store, [Task("seed-task-001")], dryRun: true).Single().Result!.ProgressId);
        Assert.Equal(before, StoreText.Of(place.Store));
    }

    private void Connect() => File.WriteAllText(
        place.Path(SettingsStore.FileName), """{ "connections": [{ "name": "airtable", "provider": "airtable", "uri": "https://api.airtable.com", "base": "appA1b2C3d4E5f6G7" }] }""");
}
