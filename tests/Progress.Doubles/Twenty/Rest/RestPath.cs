namespace Progress.Doubles;

/// <summary>The parts of a path under /rest.</summary>
internal sealed record RestPath(string Plural, Guid? Id, bool Batch, bool Restore)
{
    public static RestPath Parse(string path, TwentyOptions options)
    {
        var parts = path["/rest/".Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["batch", var plural] when options.RestBatch => new(plural, null, Batch: true, Restore: false),
            ["restore", var plural] => new(plural, null, Batch: false, Restore: true),
            ["restore", var plural, var id] => new(plural, Uuid(id), Batch: false, Restore: true),
            [var plural, "restore"] => new(plural, null, Batch: false, Restore: true),
            [var plural, var id, "restore"] => new(plural, Uuid(id), Batch: false, Restore: true),
            ["batch", _] => throw Invalid(path),
            [var plural] => new(plural, null, Batch: false, Restore: false),
            [var plural, var id] => new(plural, Uuid(id), Batch: false, Restore: false),
            _ => throw Invalid(path),
        };
    }

    private static ApiError Invalid(string path) => ApiError.Bad(
        $"Query path '{path}' invalid. Valid examples: /rest/companies/id or /rest/companies or /rest/batch/companies");

    private static Guid Uuid(string text) => Guid.TryParseExact(text, "D", out var id)
        ? id
        : throw ApiError.Bad($"'{text}' is not a valid UUID");
}
