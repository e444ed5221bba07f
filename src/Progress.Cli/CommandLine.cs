using System.CommandLine;

namespace Progress.Cli;

/// <summary>From arguments to exit code.</summary>
internal static class CommandLine
{
    /// <summary>A rep called <c>@x</c> or <c>-Ana</c> is a value, no file of arguments and no bundle of options.</summary>
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public static int Run(string[] args)
    {
        using var stop = new StopSignal();
        var terminal = new Terminal(stop);
        var json = args.Contains(SharedOptions.Json.Name);
        var debug = args.Contains(SharedOptions.Debug.Name);
        stop.Overdue = () => Failure.Of(new OperationCanceledException(), stop).Write(terminal.Error, json, debug);
        try
        {
            var parsed = ProgressCommands.Root(terminal).Parse(args, Parser);
            if (parsed.Errors.Count > 0) throw Usage.Refusal(parsed);
            var exitCode = parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = terminal.Out, Error = terminal.Error,
            });
            terminal.Out.Flush();
            return exitCode;
        }
        catch (Exception error)
        {
            var failure = Failure.Of(error, stop);
            failure.Write(terminal.Error, json, debug);
            return failure.ExitCode;
        }
    }
}
