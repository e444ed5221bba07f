namespace Progress.Sync;

/// <summary>Says in words what a remote has of what we keep there.</summary>
internal static class SchemaText
{
    /// <summary>E.g. <c>complete</c> or <c>repProgression lacks rev, syncState</c>; null where nothing is known or nothing is kept there.</summary>
    public static string? Of(RemoteSchema? schema)
    {
        if (schema is null or { Entities.Count: 0 }) return null;
        var lacks = schema.Entities.Select(Lack).OfType<string>().ToList();
        return lacks.Count == 0 ? "complete" : string.Join("; ", lacks);
    }

    private static string? Lack(RemoteEntity entity)
    {
        if (!entity.Exists) return $"{entity.Name} is missing";
        var missing = entity.Fields.Where(f => f.State == FieldState.Missing && !f.IsOptional).Select(f => f.Name).ToList();
        var wrong = entity.Fields.Where(f => f.State == FieldState.WrongType).Select(f => $"{f.Name} is {f.Found}, not {f.Type}");
        var parts = wrong.Prepend(missing.Count == 0 ? null : $"lacks {string.Join(", ", missing)}").OfType<string>().ToList();
        return parts.Count == 0 ? null : $"{entity.Name} {string.Join(", ", parts)}";
    }
}
