using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Progress.Settings;

namespace Progress.Customers;

/// <summary>Which of the eight milestones a free text means: what the settings say, else what its letters and digits spell.</summary>
internal sealed partial class MilestoneMap
{
    private readonly Dictionary<string, string> exceptions;
    private readonly ConcurrentDictionary<string, string?> known = new(StringComparer.Ordinal);

    private MilestoneMap(CustomerSettings settings) =>
        exceptions = settings.Milestones.ToDictionary(e => e.Key.Trim(), e => e.Value, StringComparer.OrdinalIgnoreCase);

    public static MilestoneMap Of(CustomerSettings settings) => new(settings);

    /// <summary>The milestone, or null where the text means none of them.</summary>
    public string? Map(string? stage) => stage is null ? null : known.GetOrAdd(stage, Find);

    /// <summary>The text without parentheses and what stands in them, with everything that is no letter or digit turned into <c>_</c>.</summary>
    public static string Spell(string stage)
    {
        for (var inner = Parentheses().Replace(stage, ""); inner != stage; inner = Parentheses().Replace(stage, "")) stage = inner;
        return Others().Replace(stage, "_").Trim('_');
    }

    private string? Find(string stage) =>
        exceptions.GetValueOrDefault(stage.Trim())
        ?? TaskOptions.Milestone.Values.FirstOrDefault(m => m.Equals(Spell(stage), StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Parentheses();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Others();
}
