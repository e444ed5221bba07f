using System.Diagnostics.CodeAnalysis;

namespace Progress.Customers;

/// <summary>The values that a field may have, spelled as Airtable has them.</summary>
/// <param name="Field">Name of the field, for messages.</param>
/// <param name="Values">The values, in the order in which they are listed.</param>
public sealed record OptionSet(string Field, IReadOnlyList<string> Values)
{
    private readonly Dictionary<string, string> exact = Values.ToDictionary(value => value, StringComparer.Ordinal);
    private readonly Dictionary<string, string> byKey = Values.ToDictionary(Key, StringComparer.Ordinal);

    /// <summary>What is allowed, for messages.</summary>
    public string Allowed { get; } = string.Join(", ", Values);

    /// <summary>The value that a text means, whatever its case, spaces, underscores and hyphens: <c>NotStarted</c> is <c>not_started</c>.</summary>
    /// <exception cref="ProgressException"><c>InvalidOption</c>.</exception>
    public string Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FieldFault("InvalidOption", Field, text, Allowed).ToException();

    /// <summary>As <see cref="Parse"/>, without throwing.</summary>
    public bool TryParse(string text, [NotNullWhen(true)] out string? value) =>
        // Most texts are spelled as they should be.
        exact.TryGetValue(text, out value) || byKey.TryGetValue(Key(text), out value);

    /// <summary>The values that texts mean; null without any, which filters nothing.</summary>
    /// <exception cref="ProgressException"><c>InvalidOption</c>.</exception>
    internal IReadOnlyList<string>? ParseAll(IReadOnlyCollection<string>? texts) =>
        texts is { Count: > 0 } ? [.. texts.Select(Parse).Distinct()] : null;

    private static string Key(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-'))).ToLowerInvariant();
}
