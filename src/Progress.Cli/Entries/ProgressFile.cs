using System.Globalization;
using Progress.Csv;
using Progress.Customers;

namespace Progress.Cli;

/// <summary>Reads progress from CSV, row by row: CustomerId, TaskId or TaskName, and the other fields of a record.</summary>
internal static class ProgressFile
{
    /// <exception cref="ProgressException">The file or its header cannot be read; a faulty row is one of the rows.</exception>
    public static IEnumerable<EntryRow<NewTaskProgress>> Read(string path, CsvFormat format)
    {
        using var rows = EntryFile.Open(path, format);
        rows.Require("taskId", "taskName");
        var customer = rows.Require("customerId", "customer");
        var (task, name, source, stage) = (rows.Column("taskId"), rows.Column("taskName"), rows.Column("taskSource"), rows.Column("stageMilestone"));
        var (area, priority, status, tool) = (rows.Column("competencyArea"), rows.Column("priorityLevel"), rows.Column("status"), rows.Column("platformToolUsed"));
        var (date, notes, impact, key) = (rows.Column("completedDate"), rows.Column("completionNotes"), rows.Column("competencyImpact"), rows.Column("syncKey"));
        while (rows.Read(out var fault))
            yield return fault is not null ? Bad(fault.Line, fault.Id, fault.Reason) : Row();

        EntryRow<NewTaskProgress> Row()
        {
            DateOnly? day = null;
            if (rows.Text(date) is { } when)
            {
                if (!DateOnly.TryParseExact(when, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
                    return Bad(rows.Line, "InvalidDate", $"CompletedDate is '{when}'; allowed: a date as yyyy-MM-dd, e.g. 2026-09-30.");
                day = parsed;
            }

            int? points = null;
            if (rows.Text(impact) is { } many)
            {
                if (!int.TryParse(many, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                    return Bad(rows.Line, "InvalidImpact", $"CompetencyImpact is '{many}'; allowed: a whole number from 1 to 10.");
                points = number;
            }

            Guid? identity = null;
            if (rows.Text(key) is { } text)
            {
                if (!Guid.TryParseExact(text, "D", out var known)) return Bad(rows.Line, "InvalidSyncKey", $"SyncKey is '{text}'; allowed: a UUID.");
                identity = known;
            }

            return EntryRow<NewTaskProgress>.Sound(rows.Line, new NewTaskProgress
            {
                CustomerId = rows[customer].Trim(), TaskId = rows.Text(task), TaskName = rows.Text(name), TaskSource = rows.Text(source),
                StageMilestone = rows.Text(stage), CompetencyArea = rows.Text(area), PriorityLevel = rows.Text(priority), Status = rows.Text(status),
                CompletedDate = day, PlatformToolUsed = rows.Text(tool), CompletionNotes = notes < 0 ? null : rows[notes], CompetencyImpact = points,
                SyncKey = identity,
            });
        }
    }

    private static EntryRow<NewTaskProgress> Bad(long line, string id, string reason) => EntryRow<NewTaskProgress>.Bad(line, id, reason);
}
