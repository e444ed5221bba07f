using System.Globalization;
using Progress.Csv;
using Progress.Reps;

namespace Progress.Cli;

/// <summary>Reads activities from CSV, row by row: Rep or RepId, Kind, and optionally At, Count, LeadId and Id.</summary>
internal static class ActivityFile
{
    /// <exception cref="ProgressException">The file or its header cannot be read; a faulty row is one of the rows.</exception>
    public static IEnumerable<EntryRow<NewActivity>> Read(string path, CsvFormat format)
    {
        using var rows = EntryFile.Open(path, format);
        var (rep, kind) = (rows.Require("rep", "repId", "workspaceMemberId"), rows.Require("kind"));
        var (at, count, lead, id) = (rows.Column("at"), rows.Column("count"), rows.Column("leadId", "lead"), rows.Column("id"));
        while (rows.Read(out var fault))
            yield return fault is not null ? Bad(fault.Line, fault.Id, fault.Reason) : Row();

        EntryRow<NewActivity> Row()
        {
            IsoTime? time = null;
            if (rows.Text(at) is { } when)
            {
                if (!IsoTime.TryParse(when, out var parsed)) return Bad(rows.Line, "InvalidTime", $"at '{when}' is not an ISO 8601 time such as 2026-09-30T14:05:00Z.");
                time = parsed;
            }

            var number = 1;
            if (rows.Text(count) is { } many && !int.TryParse(many, NumberStyles.Integer, format.Numbers, out number))
                return Bad(rows.Line, "InvalidCount", $"count '{many}' is not a whole number.");
            return EntryRow<NewActivity>.Sound(rows.Line, new NewActivity(rows[rep].Trim(), rows[kind], time, number, rows.Text(lead), rows.Text(id)));
        }
    }

    private static EntryRow<NewActivity> Bad(long line, string id, string reason) => EntryRow<NewActivity>.Bad(line, id, reason);
}
