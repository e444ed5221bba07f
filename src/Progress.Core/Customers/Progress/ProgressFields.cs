namespace Progress.Customers;

/// <summary>Checks the fields of progress records.</summary>
internal static class ProgressFields
{
    /// <summary>What a person gave, spelled as it is kept.</summary>
    public static NewTaskProgress Read(this FieldCheck check, NewTaskProgress given) => new()
    {
        CustomerId = check.Line("CustomerId", given.CustomerId) ?? Missing(check, "CustomerId", "a customer's id or name"),
        TaskId = check.Line("TaskId", given.TaskId),
        TaskName = check.Line("TaskName", given.TaskName),
        TaskSource = check.Option(TaskOptions.Source, given.TaskSource),
        StageMilestone = check.Line("StageMilestone", given.StageMilestone),
        CompetencyArea = check.Option(TaskOptions.Competency, given.CompetencyArea),
        PriorityLevel = check.Option(TaskOptions.Priority, given.PriorityLevel),
        Status = check.Option(TaskOptions.Status, given.Status),
        CompletedDate = check.Day("CompletedDate", given.CompletedDate),
        PlatformToolUsed = check.Option(TaskOptions.Tool, given.PlatformToolUsed),
        CompletionNotes = check.Notes("CompletionNotes", given.CompletionNotes),
        CompetencyImpact = check.Impact(given.CompetencyImpact),
        SyncKey = given.SyncKey,
    };

    /// <summary>A record with what was given; null changes nothing. The day of completion goes with the status.</summary>
    public static TaskProgressRow With(this TaskProgressRow row, NewTaskProgress given) => row with
    {
        // An id is the same whatever its case, and stays as it was spelled first.
        Task = given.TaskId is { } id && !id.Equals(row.Task, StringComparison.OrdinalIgnoreCase) ? id : row.Task, Name = given.TaskName ?? row.Name, Source = given.TaskSource ?? row.Source,
        Stage = given.StageMilestone ?? row.Stage, Competency = given.CompetencyArea ?? row.Competency, Priority = given.PriorityLevel ?? row.Priority,
        Tool = given.PlatformToolUsed ?? row.Tool, Notes = given.CompletionNotes ?? row.Notes, Impact = given.CompetencyImpact ?? row.Impact,
    };

    /// <summary>A record with what is to be changed; empty text removes a value.</summary>
    public static TaskProgressRow With(this TaskProgressRow row, TaskProgressUpdate update, FieldCheck check) => row with
    {
        Name = update.TaskName is null ? row.Name : check.Line("TaskName", update.TaskName) ?? Missing(check, "TaskName", "a name"),
        Source = update.TaskSource is null ? row.Source : check.Option(TaskOptions.Source, update.TaskSource),
        Stage = update.StageMilestone is null ? row.Stage : check.Line("StageMilestone", update.StageMilestone),
        Competency = update.CompetencyArea is null ? row.Competency : check.Option(TaskOptions.Competency, update.CompetencyArea),
        Priority = update.PriorityLevel is null ? row.Priority : check.Option(TaskOptions.Priority, update.PriorityLevel),
        Tool = update.PlatformToolUsed is null ? row.Tool : check.Option(TaskOptions.Tool, update.PlatformToolUsed),
        Notes = update.CompletionNotes is null ? row.Notes : check.Notes("CompletionNotes", update.CompletionNotes),
        Impact = check.Impact(update.CompetencyImpact) ?? row.Impact,
    };

    /// <summary>
    /// A record with a status and a day of completion: completed without a day is completed today, and only what is completed has a day.
    /// </summary>
    /// <param name="row">The record.</param>
    /// <param name="status">The status given; null leaves it.</param>
    /// <param name="day">The day given; null leaves it, as far as the status does.</param>
    /// <param name="today">Today.</param>
    /// <param name="check">Notes a day with another status.</param>
    public static TaskProgressRow Standing(this TaskProgressRow row, string? status, DateOnly? day, DateOnly today, FieldCheck check)
    {
        if (status is null && day is null) return row;
        var after = row with { Status = status ?? row.Status };
        if (after.Status == TaskOptions.Completed) return after with { CompletedDay = day?.DayNumber ?? row.CompletedDay ?? today.DayNumber };
        if (day is { } refused)
            check.Note(new FieldFault("DateWithoutCompletion", "CompletedDate", IsoText.Day(refused), $"a date with Status {TaskOptions.Completed}, and none with another")
            {
                Reason = $"Status is '{after.Status}'",
            });
        return after with { CompletedDay = null };
    }

    private static string Missing(FieldCheck check, string field, string allowed)
    {
        check.Note(new FieldFault("ValueMissing", field, "", allowed));
        return "";
    }
}
