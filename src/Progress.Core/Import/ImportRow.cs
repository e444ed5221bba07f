namespace Progress.Import;

/// <summary>One row read: a sound item, or why it is none, with the row as it stood in the file; without both, the file's header.</summary>
internal readonly record struct ImportRow<T>(T? Item, ImportProblem? Problem, string? Raw)
    where T : class
{
    public bool IsHeader => Item is null && Problem is null;

    public static ImportRow<T> Header(string raw) => new(null, null, raw);

    public static ImportRow<T> Sound(T item) => new(item, null, null);

    public static ImportRow<T> Unsound(ImportProblem problem, string? raw = null) => new(null, problem, raw);
}
