using System.Globalization;
using Progress.Json;

namespace Progress.Cli;

/// <summary>What sort of failure it was.</summary>
public enum FailureKind
{
    /// <summary>Input that cannot be used: a file, a field, a value.</summary>
    InvalidData,

    /// <summary>Something that was named does not exist.</summary>
    NotFound,

    /// <summary>Something exists already, or a name fits more than one thing.</summary>
    Conflict,

    /// <summary>Wrong usage or wrong settings.</summary>
    Usage,

    /// <summary>The store cannot be opened, read or written.</summary>
    Store,

    /// <summary>Another instance holds what is needed.</summary>
    Busy,

    /// <summary>A file cannot be read or written.</summary>
    File,

    /// <summary>A remote cannot be reached, or refuses.</summary>
    Remote,

    /// <summary>The user stopped it.</summary>
    Stopped,

    /// <summary>A fault of progressctl itself.</summary>
    Fault,
}

/// <summary>Why a command failed, as <c>--json</c> prints it on standard error.</summary>
/// <param name="Id">Stable id in PascalCase, e.g. <c>RepNotFound</c>.</param>
/// <param name="Kind">What sort of failure it was.</param>
/// <param name="Message">What happened, to which object, and what to do next.</param>
/// <param name="Target">The object concerned: a path, an id, a value.</param>
public sealed record ErrorReport(string Id, FailureKind Kind, string Message, string? Target);

/// <summary>The one place where an exception becomes a message and an exit code.</summary>
internal sealed record Failure(ErrorReport Report, int ExitCode, Exception Cause)
{
    public static Failure Of(Exception error, StopSignal stop) => error switch
    {
        ProgressException known => Known(known),
        OperationCanceledException when stop.Token.IsCancellationRequested =>
            new(new("Stopped", FailureKind.Stopped, "Stopped. The store is consistent: what was not committed is taken back.", null), stop.ExitCode, error),
        // Core names the files that it cannot write; what is left is standard output.
        IOException => new(
            new("OutputFailed", FailureKind.File, $"Standard output cannot be written: {error.Message.TrimEnd('.')}. What the command changed stays changed.", null),
            Cli.ExitCode.Failed, error),
        _ => new(
            new("Fault", FailureKind.Fault, $"progressctl met a fault of its own: {error.Message.TrimEnd('.')}. Please report it with what --debug prints.", null),
            Cli.ExitCode.Failed, error),
    };

    /// <summary>Says it to people in one paragraph, to programs in one object; the stack trace comes only with <c>--debug</c>.</summary>
    public void Write(TextWriter writer, bool json, bool debug)
    {
        if (json) OutputJson.Write(writer, Report);
        else writer.WriteLine($"progressctl: {Report.Message}");
        if (debug) writer.WriteLine(Cause);
        writer.Flush();
    }

    private static Failure Known(ProgressException error)
    {
        var target = Convert.ToString(error.Target, CultureInfo.InvariantCulture);
        var report = new ErrorReport(
            error.Id, Enum.Parse<FailureKind>(error.Kind.ToString()), Wording.Of(error.Message), string.IsNullOrEmpty(target) ? null : target);
        return new Failure(report, CodeOf(error.Kind), error);
    }

    private static int CodeOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Usage => Cli.ExitCode.Usage,
        ErrorKind.Busy => Cli.ExitCode.Busy,
        _ => Cli.ExitCode.Failed,
    };
}
