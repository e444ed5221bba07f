namespace Progress.Doubles.Airtable;

/// <summary>A query as the service reads it: a plus is a space, <c>a[]</c>, <c>a[0]</c> and a repeated <c>a</c> are lists.</summary>
internal sealed class QueryPairs(string raw)
{
    private readonly List<(string Name, string Value)> pairs =
    [
        .. raw.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => (Decode(pair[0]), pair.Length > 1 ? Decode(pair[1]) : "")),
    ];

    public IEnumerable<string> Names => pairs.Select(pair => NameOf(pair.Name)).Distinct();

    public string? One(string name) => pairs.FindLast(pair => pair.Name == name) is { Name: not null } pair ? pair.Value : null;

    public List<string> Many(string name) => [.. pairs.Where(pair => NameOf(pair.Name) == name).Select(pair => pair.Value)];

    /// <summary>The parts of <c>name[0][part]</c>, in the order of the numbers.</summary>
    public IEnumerable<Dictionary<string, string>> Objects(string name) => pairs
        .Select(pair => (Path: pair.Name.Replace("]", "", StringComparison.Ordinal).Split('['), pair.Value))
        .Where(pair => pair.Path.Length == 3 && pair.Path[0] == name)
        .GroupBy(pair => pair.Path[1])
        .OrderBy(group => int.TryParse(group.Key, out var number) ? number : int.MaxValue)
        .Select(group => group.GroupBy(pair => pair.Path[2]).ToDictionary(part => part.Key, part => part.Last().Value));

    private static string NameOf(string name) => name.IndexOf('[') is >= 0 and var bracket ? name[..bracket] : name;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
