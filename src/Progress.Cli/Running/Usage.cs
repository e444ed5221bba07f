using System.CommandLine;
using System.CommandLine.Parsing;

namespace Progress.Cli;

/// <summary>Wrong usage, told in one line with the way to the help.</summary>
internal static class Usage
{
    public static ProgressException Refusal(ParseResult parsed)
    {
        var command = NameOf(parsed.CommandResult);
        var faults = string.Join(' ', parsed.Errors.Select(error => error.Message).Distinct());
        return new ProgressException("InvalidUsage", ErrorKind.Usage, $"{faults} See {command} --help.", command);
    }

    /// <summary>The command with those above it, e.g. <c>progressctl store test</c>.</summary>
    public static string NameOf(CommandResult command) =>
        command.Parent is CommandResult above ? $"{NameOf(above)} {command.Command.Name}" : "progressctl";
}
