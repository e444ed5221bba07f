using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Progress.Commands;

/// <summary>A completion: what is typed, and what explains it.</summary>
/// <param name="Name">The value.</param>
/// <param name="Tip">What explains it.</param>
/// <param name="Label">How it is listed; the value where null.</param>
public sealed record Completion(string Name, string? Tip = null, string? Label = null);

/// <summary>Completes names from a list: those that begin with the word, else those that contain it. It never throws.</summary>
public abstract class NameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var word = wordToComplete.Trim('\'', '"');
            var names = Names(fakeBoundParameters).Where(n => Label(n).Contains(word, StringComparison.OrdinalIgnoreCase)).ToList();
            // A shell that completes to what all matches share would take the word away if they began otherwise.
            var begin = names.Where(n => Label(n).StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToList();
            return
            [
                .. (begin.Count > 0 ? begin : names)
                    .Select(n => new CompletionResult(Quote(n.Name), Label(n), CompletionResultType.ParameterValue, n.Tip ?? Label(n))),
            ];
        }
        catch (Exception)
        {
            // Whoever presses Tab asked for help, not for an error; the command itself will say what is wrong.
            return [];
        }
    }

    /// <summary>All names.</summary>
    /// <param name="bound">The parameters typed so far.</param>
    protected abstract IEnumerable<Completion> Names(IDictionary bound);

    private static string Label(Completion name) => name.Label ?? name.Name;

    private static string Quote(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/') && name[0] != '-'
            ? name
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'";
}
