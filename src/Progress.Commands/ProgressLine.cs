using System.Diagnostics;
using System.Management.Automation;

namespace Progress.Commands;

/// <summary>PowerShell's progress display, for work that takes long enough to be worth one.</summary>
internal sealed class ProgressLine(Cmdlet cmdlet)
{
    private const double Megabyte = 1_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan next = Patience;
    private ProgressRecord? shown;

    public void Show(ProgressReport report)
    {
        if (clock.Elapsed < next) return;
        next = clock.Elapsed + Interval;
        shown = new ProgressRecord(1, report.Activity, Status(report))
        {
            PercentComplete = report.Total is > 0 and var total ? (int)Math.Min(100, report.Done * 100 / total) : -1,
        };
        cmdlet.WriteProgress(shown);
    }

    public void Complete()
    {
        if (shown is null) return;
        shown.RecordType = ProgressRecordType.Completed;
        cmdlet.WriteProgress(shown);
    }

    private static string Status(ProgressReport report)
    {
        if (report.Unit == "bytes") return $"{report.Done / Megabyte:N1}{(report.Total is { } all ? $" of {all / Megabyte:N1}" : "")} MB";
        return $"{report.Done:N0}{(report.Total is { } total ? $" of {total:N0}" : "")} {report.Unit}";
    }
}
