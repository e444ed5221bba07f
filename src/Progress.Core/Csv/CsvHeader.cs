namespace Progress.Csv;

/// <summary>The header row of a CSV file: names, and where they are.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);
    private readonly string file;

    /// <exception cref="ProgressException"><c>DuplicateColumn</c>.</exception>
    public CsvHeader(string file, IReadOnlyList<string> names)
    {
        this.file = file;
        Names = names;
        for (var i = 0; i < names.Count; i++)
        {
            var key = Key(names[i]);
            if (key.Length > 0 && !positions.TryAdd(key, i)) throw Duplicate(positions[key], i);
        }
    }

    public IReadOnlyList<string> Names { get; }

    public int Find(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (positions.TryGetValue(Key(name), out var position)) return position;
        }

        return -1;
    }

    public ProgressException Missing(ReadOnlySpan<string> names)
    {
        var wanted = string.Join(" or ", names.ToArray().Select(name => $"'{name}'"));
        return new ProgressException(
            "MissingColumn", ErrorKind.InvalidData,
            $"{file} has no column {wanted}. Its first line names: {string.Join(", ", Names)}.", file);
    }

    /// <summary>Names are the same whatever their case, spaces, underscores and hyphens.</summary>
    private static string Key(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-')));

    private ProgressException Duplicate(int first, int second) => new(
        "DuplicateColumn", ErrorKind.InvalidData,
        $"{file}, line 1: columns {first + 1} and {second + 1} have the same name ('{Names[first]}', '{Names[second]}'). Rename or remove one.",
        file);
}
