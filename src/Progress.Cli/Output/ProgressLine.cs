using System.Diagnostics;
using System.Globalization;

namespace Progress.Cli;

/// <summary>A progress bar on standard error, where that is a screen; else nothing.</summary>
internal sealed class ProgressLine(Terminal terminal) : IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long last;
    private int length;

    /// <summary>What Core reports to; null where nobody looks, so that nothing is reckoned.</summary>
    public Action<ProgressReport>? Report => terminal.ShowsProgress ? Show : null;

    public void Dispose() => Write("");

    private void Show(ProgressReport report)
    {
        if (last != 0 && Stopwatch.GetElapsedTime(last) < Pause) return;
        last = Stopwatch.GetTimestamp();
        if (report.Total is > 0)
        {
            var share = Math.Clamp((double)report.Done / report.Total.Value, 0, 1);
            var filled = (int)(share * BarWidth);
            Write(string.Create(CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {share,4:P0} {report.Activity}"));
        }
        else Write(string.Create(CultureInfo.InvariantCulture, $"{report.Done:N0} {report.Unit} {report.Activity}"));
    }

    private void Write(string text)
    {
        if (text.Length == 0 && length == 0) return;
        if (Console.WindowWidth is > 1 and var width && text.Length >= width) text = text[..(width - 1)];
        terminal.Error.Write($"\r{text.PadRight(length)}{(text.Length == 0 ? "\r" : "")}");
        length = text.Length;
    }
}
