using System.CommandLine;

namespace Progress.Cli;

/// <summary>A command that does something: its arguments and options, and one call into Core.</summary>
internal abstract class ProgressCommand : Command
{
    protected ProgressCommand(Terminal terminal, string name, string description, params Symbol[] symbols)
        : base(name, description)
    {
        foreach (var argument in symbols.OfType<Argument>()) Add(argument);
        foreach (var option in symbols.OfType<Option>()) Add(option);
        SetAction(parsed =>
        {
            using var session = new Session(parsed, terminal);
            return Run(session);
        });
    }

    /// <returns>The exit code.</returns>
    protected abstract int Run(Session session);
}
