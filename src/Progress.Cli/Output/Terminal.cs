using System.Text;

namespace Progress.Cli;

/// <summary>The standard streams, UTF-8 whatever the locale, and whether people look at them.</summary>
internal sealed class Terminal
{
    /// <summary>Columns of a table that nobody looks at, and the most that a table needs.</summary>
    public const int PlainWidth = 100;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Terminal(CancellationToken cancel)
    {
        Cancel = cancel;
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected) Console.OutputEncoding = Utf8;
        Out = new StreamWriter(Console.OpenStandardOutput(), Utf8) { NewLine = "\n" };
        Error = new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true };
    }

    /// <summary>Written out when the command is done.</summary>
    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>Cancelled by Ctrl+C.</summary>
    public CancellationToken Cancel { get; }

    /// <summary>Whether standard output is a screen.</summary>
    public bool IsScreen { get; } = !Console.IsOutputRedirected;

    /// <summary>Whether progress can be shown: standard error is a screen.</summary>
    public bool ShowsProgress { get; } = !Console.IsErrorRedirected;

    public static Stream In => Console.OpenStandardInput();

    /// <summary>Width of tables.</summary>
    public int Width => IsScreen && Console.WindowWidth > 0 ? Console.WindowWidth : PlainWidth;
}
