using System.CommandLine;

namespace Progress.Cli;

/// <summary>Which connection is meant: the first word, as messages write it, or an option.</summary>
internal sealed class ConnectionChoice
{
    private readonly bool needed;

    /// <param name="option">The option's name.</param>
    /// <param name="description">What it says in the help.</param>
    /// <param name="needed">Whether one must be named.</param>
    public ConnectionChoice(string option, string description, bool needed)
    {
        this.needed = needed;
        Word = new Argument<string?>("connection") { Description = description, Arity = ArgumentArity.ZeroOrOne };
        Option = new Option<string?>(option) { Description = "The same as an option.", HelpName = "connection", Validators = { OptionRules.NotEmpty } };
    }

    public Argument<string?> Word { get; }

    public Option<string?> Option { get; }

    public string? Of(Session session) => session.Given(Word) ?? session.Get(Option);

    /// <summary>Makes sure that it is said once.</summary>
    public void Check(Command command) => command.Validators.Add(parsed =>
    {
        var (word, option) = (parsed.GetResult(Word)?.Tokens.Count > 0, parsed.GetResult(Option) is not null);
        if (word && option) parsed.AddError($"Name the connection once, as a word or with {Option.Name}.");
        if (needed && !word && !option) parsed.AddError("Name the connection.");
    });
}
