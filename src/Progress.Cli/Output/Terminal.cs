using System.Text;

namespace Progress.Cli;

/// <summary>The standard streams, UTF-8 whatever the locale, and whether people look at them.</summary>
internal sealed class Terminal
{
    /// <summary>Columns of a table that nobody looks at, and the most that a table needs.</summary>
    public const int PlainWidth = 100;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly StopSignal stop;

    public Terminal(StopSignal stop)
    {
        this.stop = stop;
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected) Console.OutputEncoding = Utf8;
        Out = new StreamWriter(Console.OpenStandardOutput(), Utf8) { NewLine = "\n" };
        Error = new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true };
    }

    /// <summary>Written out when the command is done.</summary>
    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>Cancelled by Ctrl+C.</summary>
    public CancellationToken Cancel => stop.Token;

    /// <summary>Whether standard output is a screen.</summary>
    public bool IsScreen { get; } = !Console.IsOutputRedirected;

    /// <summary>Whether progress can be shown: standard error is a screen.</summary>
    public bool ShowsProgress { get; } = !Console.IsErrorRedirected;

    /// <summary>Work that ends in an orderly way by itself may take so long after Ctrl+C.</summary>
    public void EndWithin(TimeSpan grace) => stop.Grace = grace;

    public static Stream In => Console.OpenStandardInput();

    /// <summary>Width of tables.</summary>
    public int Width => IsScreen && Console.WindowWidth > 0 ? Console.WindowWidth : PlainWidth;
}
