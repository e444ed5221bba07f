namespace Progress.Doubles;

/// <summary>The unique indexes of a table. Trashed rows keep their keys.</summary>
internal static class Uniqueness
{
    /// <param name="except">The row that is being changed.</param>
    public static void Check(Table table, object?[] values, TwentyOptions options, Guid? except = null)
    {
        if (except is null && table.FindExisting((Guid)values[ObjectDefinition.Id]!) is not null)
            throw Duplicate(table, "PK", options);
        foreach (var column in table.Type.Unique)
            if (Find(table, column, values[column.Index]) is { } other && other.Id != except)
                throw Duplicate(table, $"IDX_UNIQUE_{column.Name}", options);
    }

    public static Row? Find(Table table, Column column, object? value) => value is null or ""
        ? null
        : table.Rows.FirstOrDefault(row => row.Exists && value.Equals(row.Current![column.Index]));

    public static ApiError Duplicate(Table table, string index, TwentyOptions options) => ApiError.Bad(options.OldDuplicateText
        ? "Record already exists"
        : $"A duplicate entry was detected: unique constraint \"{index}_{table.Type.Singular}\" was violated");
}
