using System.Globalization;
using Progress.Customers;
using Xunit;

namespace Progress.Tests.Customers.Seed;

/// <summary>The fields of "Customer Task Progress", each under its name in the seed.</summary>
public sealed class SeedFieldTests : IDisposable
{
    private readonly CustomerPlace place = new CustomerPlace().Customer("CUST_02");

    public void Dispose() => place.Dispose();

    private static NewTaskProgress Record => new()
    {
        CustomerId = "CUST_02", TaskId = "seed-task-001", TaskName = "Define Ideal Customer Profile (ICP)", TaskSource = "Seed_Tasks",
        StageMilestone = "Initial PMF (Product-Market Fit)", CompetencyArea = "customerAnalysis", PriorityLevel = "high", Status = "completed",
        CompletedDate = new DateOnly(2024, 8, 15), PlatformToolUsed = "icp-analysis", CompletionNotes = "Completed via simplified platform ICP tool",
        CompetencyImpact = 5,
    };

    [Fact]
    public void Create_Task_Progress_Record_is_kept_as_in_the_seed()
    {
        place.Add(Record);
        var kept = place.List().Single();
        Assert.Equal(
            ("CUST_02", "seed-task-001", "Define Ideal Customer Profile (ICP)", "Seed_Tasks", "Initial PMF (Product-Market Fit)", "customerAnalysis", "high"),
            (kept.CustomerId, kept.TaskId, kept.TaskName, kept.TaskSource, kept.StageMilestone, kept.CompetencyArea, kept.PriorityLevel));
        Assert.Equal(
            ("completed", new DateOnly(2024, 8, 15), "icp-analysis", "Completed via simplified platform ICP tool", 5),
            (kept.Status, kept.CompletedDate, kept.PlatformToolUsed, kept.CompletionNotes, kept.CompetencyImpact));
    }

    [Fact]
    public void Columns_are_the_seeds_in_its_order() => Assert.Equal(
        [
            "ProgressId", "CustomerId", "TaskId", "TaskName", "TaskSource", "StageMilestone", "CompetencyArea", "PriorityLevel", "Status",
            "CompletedDate", "PlatformToolUsed", "CompletionNotes", "CompetencyImpact", "CreatedDate", "LastUpdated", "SyncKey",
        ],
        TestStore.Csv(Array.Empty<TaskProgress>()).TrimEnd('\n').Split(','));

    [Fact]
    public void Progress_ID_counts_up_with_four_digits() => Assert.Equal(
        ["PROG_0001", "PROG_0002"], new[] { "a", "b" }.Select(id => place.Add(Record with { TaskId = id }).ProgressId));

    [Theory]
    [InlineData(9_999, "PROG_9999")]
    [InlineData(10_000, "PROG_10000")]
    [InlineData(12_345, "PROG_12345")]
    public void Progress_ID_grows_past_four_digits(int number, string code)
    {
        place.Add(Record);
        Sql.Execute(place.Store, $"UPDATE task_progress SET number = {(number - 1).ToString(CultureInfo.InvariantCulture)}");
        Assert.Equal(code, place.Add(Record with { TaskId = "another" }).ProgressId);
        Assert.Equal(code, place.Set(code, new TaskProgressUpdate { CompetencyImpact = 6 }).ProgressId);
    }

    [Fact]
    public void Progress_ID_of_a_record_that_is_gone_is_not_given_again()
    {
        place.Add(Record);
        Sql.Execute(place.Store, "UPDATE task_progress SET gone = 1");
        Assert.Empty(place.List());
        Assert.Equal("PROG_0002", place.Add(Record).ProgressId);
    }

    [Fact]
    public void Customer_ID_is_a_customer_of_the_store() =>
        Assert.Equal("CustomerNotFound", Assert.Throws<ProgressException>(() => place.Add(Record with { CustomerId = "CUST_03" })).Id);

    [Fact]
    public void Task_ID_may_be_missing() => Assert.Null(place.Add(Record with { TaskId = null }).TaskId);

    [Fact]
    public void Task_Name_is_required()
    {
        var error = Assert.Throws<ProgressException>(() => place.Add(Record with { TaskName = " " }));
        Assert.Equal("TaskName is missing; allowed: a name; the catalogue has no task 'seed-task-001'.", error.Message);
        Assert.Equal("TaskName is missing; allowed: a name.", Assert.Throws<ProgressException>(() => place.Add(Record with { TaskName = null, TaskId = null })).Message);
    }

    [Fact]
    public void Task_Source_may_be_missing() => Assert.Null(place.Add(Record with { TaskSource = null }).TaskSource);

    [Fact]
    public void Stage_Milestone_is_free_text() => Assert.Equal("Phase 3: ¿Growth?", place.Add(Record with { StageMilestone = "Phase 3: ¿Growth?" }).StageMilestone);

    [Fact]
    public void Competency_Area_may_be_missing() => Assert.Null(place.Add(Record with { CompetencyArea = null }).CompetencyArea);

    [Fact]
    public void Priority_Level_may_be_missing() => Assert.Null(place.Add(Record with { PriorityLevel = "" }).PriorityLevel);

    [Fact]
    public void Status_is_completed_by_default() => Assert.Equal("completed", place.Add(Record with { Status = null }).Status);

    [Fact]
    public void Completed_Date_of_what_is_completed_is_today_by_default() =>
        Assert.Equal(new DateOnly(2026, 9, 30), place.Add(Record with { CompletedDate = null }).CompletedDate);

    [Fact]
    public void Completed_Date_defaults_to_the_day_in_the_time_zone_of_the_settings()
    {
        using var auckland = new CustomerPlace("Pacific/Auckland").Customer("CUST_02");
        Assert.Equal(new DateOnly(2026, 10, 1), auckland.Add(Record with { CompletedDate = null }).CompletedDate);
    }

    [Theory]
    [InlineData("not_started")]
    [InlineData("in_progress")]
    [InlineData("skipped")]
    public void Completed_Date_with_another_status_is_refused(string status)
    {
        var error = Assert.Throws<ProgressException>(() => place.Add(Record with { Status = status }));
        Assert.Equal("DateWithoutCompletion", error.Id);
        Assert.Equal($"CompletedDate is '2024-08-15': Status is '{status}'; allowed: a date with Status completed, and none with another.", error.Message);
        Assert.Null(place.Add(Record with { Status = status, CompletedDate = null }).CompletedDate);
    }

    [Fact]
    public void Platform_Tool_Used_may_be_none() => Assert.Equal("none", place.Add(Record with { PlatformToolUsed = "none" }).PlatformToolUsed);

    [Fact]
    public void Completion_Notes_are_long_text()
    {
        var notes = "Two lines,\nquotes \" and 'tabs\t'.\r\n" + new string('é', 90_000);
        place.Add(Record with { CompletionNotes = notes });
        Assert.Equal(notes, place.List().Single().CompletionNotes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Competency_Impact_is_1_to_10(int impact) => Assert.Equal(impact, place.Add(Record with { CompetencyImpact = impact }).CompetencyImpact);

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(-5)]
    public void Competency_Impact_beyond_1_to_10_is_refused(int impact)
    {
        var error = Assert.Throws<ProgressException>(() => place.Add(Record with { CompetencyImpact = impact }));
        Assert.Equal(("InvalidImpact", FormattableString.Invariant($"CompetencyImpact is '{impact}'; allowed: a whole number from 1 to 10.")), (error.Id, error.Message));
    }

    [Fact]
    public void Created_Date_is_when_the_record_was_made_and_stays()
    {
        var made = place.Add(Record);
        Assert.Equal(new DateTime(2026, 9, 30, 12, 0, 0, DateTimeKind.Utc), made.CreatedDate);
        place.Clock.Now = place.Clock.Now.AddDays(1);
        Assert.Equal(made.CreatedDate, place.Set(made.ProgressId, new TaskProgressUpdate { CompetencyImpact = 6 }).CreatedDate);
    }

    [Fact]
    public void Last_Updated_is_when_the_record_was_last_changed()
    {
        var made = place.Add(Record);
        Assert.Equal(made.CreatedDate, made.LastUpdated);
        place.Clock.Now = place.Clock.Now.AddDays(1);
        Assert.Equal(made.CreatedDate.AddDays(1), place.Set(made.ProgressId, new TaskProgressUpdate { CompetencyImpact = 6 }).LastUpdated);
    }

    [Fact]
    public void SyncKey_is_unique_and_stays()
    {
        var (one, two) = (place.Add(Record), place.Add(Record with { TaskId = "b" }));
        Assert.NotEqual(one.SyncKey, two.SyncKey);
        Assert.Equal(one.SyncKey, place.Set(one.ProgressId, new TaskProgressUpdate { Status = "skipped" }).SyncKey);
    }
}
