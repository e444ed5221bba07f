using System.Globalization;
using Progress.Csv;
using Progress.Reps;

namespace Progress.Cli;

/// <summary>A row of activities: one to be entered, or why it cannot be.</summary>
internal readonly record struct ActivityRow(long Line, NewActivity? Activity, ActivityProblem? Problem);

/// <summary>Reads activities from CSV, row by row: Rep or RepId, Kind, and optionally At, Count, LeadId and Id.</summary>
internal static class ActivityFile
{
    /// <summary>The name that means standard input.</summary>
    public const string StandardInput = "-";

    /// <exception cref="ProgressException">The file or its header cannot be read; a faulty row is one of the rows.</exception>
    public static IEnumerable<ActivityRow> Read(string path, CsvFormat format)
    {
        using var rows = path == StandardInput ? CsvRows.Open(Terminal.In, "standard input", format) : CsvRows.Open(path, format);
        var (rep, kind) = (rows.Require("rep", "repId", "workspaceMemberId"), rows.Require("kind"));
        var (at, count, lead, id) = (rows.Column("at"), rows.Column("count"), rows.Column("leadId", "lead"), rows.Column("id"));
        while (rows.Read(out var fault))
            yield return fault is not null ? Bad(fault.Line, fault.Id, fault.Reason) : Row();

        ActivityRow Row()
        {
            IsoTime? time = null;
            if (Text(at) is { } when)
            {
                if (!IsoTime.TryParse(when, out var parsed)) return Bad(rows.Line, "InvalidTime", $"at '{when}' is not an ISO 8601 time such as 2026-09-30T14:05:00Z.");
                time = parsed;
            }

            var number = 1;
            if (Text(count) is { } many && !int.TryParse(many, NumberStyles.Integer, format.Numbers, out number))
                return Bad(rows.Line, "InvalidCount", $"count '{many}' is not a whole number.");
            return new ActivityRow(rows.Line, new NewActivity(rows[rep].Trim(), rows[kind], time, number, Text(lead), Text(id)), null);
        }

        string? Text(int column) => column < 0 || string.IsNullOrWhiteSpace(rows[column]) ? null : rows[column].Trim();
    }

    private static ActivityRow Bad(long line, string id, string reason) => new(line, null, new ActivityProblem(line, id, reason));
}
