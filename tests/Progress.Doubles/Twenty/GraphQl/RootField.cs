namespace Progress.Doubles;

/// <summary>What a root field does.</summary>
internal enum RootKind
{
    FindMany,
    FindOne,
    CreateOne,
    CreateMany,
    UpdateOne,
    UpdateMany,
    DeleteOne,
    DeleteMany,
    DestroyOne,
    DestroyMany,
    RestoreOne,
    RestoreMany,
}

/// <summary>A root field of the schema: a verb and an object.</summary>
internal sealed record RootField(RootKind Kind, Table Table)
{
    private static readonly string[] Verbs = ["create", "update", "delete", "destroy", "restore"];

    /// <summary>Null where the schema has no such field.</summary>
    public static RootField? Find(Workspace workspace, string operation, string name, DateTime now)
    {
        var field = operation == "query" ? Query(workspace, name) : Mutation(workspace, name);
        return field is { Table: { Type.IsActive: true } table } && table.VisibleFrom <= now ? field : null;
    }

    public static IEnumerable<(string Name, RootField Field)> Mutations(Table table)
    {
        foreach (var (index, verb) in Verbs.Index())
        {
            var one = RootKind.CreateOne + (2 * index);
            yield return (verb + table.Type.SingularCapital, new RootField(one, table));
            yield return (verb + table.Type.PluralCapital, new RootField(one + 1, table));
        }
    }

    /// <summary>The arguments with the names of the types they take.</summary>
    public Dictionary<string, string[]> Arguments()
    {
        var name = Table.Type.SingularCapital;
        var (filter, data) = (new[] { $"{name}FilterInput" }, new[] { $"{name}CreateInput" });
        return Kind switch
        {
            RootKind.FindMany => new()
            {
                ["filter"] = filter, ["orderBy"] = [$"{name}OrderByInput"], ["first"] = ["Int"], ["last"] = ["Int"],
                ["after"] = ["String"], ["before"] = ["String"], ["limit"] = ["Int"], ["offset"] = ["Int"],
            },
            RootKind.FindOne => new() { ["filter"] = filter },
            RootKind.CreateOne or RootKind.CreateMany => new() { ["data"] = data, ["upsert"] = ["Boolean"] },
            RootKind.UpdateOne => new() { ["id"] = ["UUID", "ID"], ["data"] = [$"{name}UpdateInput"] },
            RootKind.UpdateMany => new() { ["filter"] = filter, ["data"] = [$"{name}UpdateInput"] },
            RootKind.DeleteOne or RootKind.DestroyOne or RootKind.RestoreOne => new() { ["id"] = ["UUID", "ID"] },
            _ => new() { ["filter"] = filter },
        };
    }

    private static RootField? Query(Workspace workspace, string name) =>
        workspace.ByPlural(name) is { } many ? new(RootKind.FindMany, many)
        : workspace.BySingular(name) is { } one ? new(RootKind.FindOne, one)
        : null;

    private static RootField? Mutation(Workspace workspace, string name)
    {
        var verb = Array.Find(Verbs, verb => name.Length > verb.Length && name.StartsWith(verb, StringComparison.Ordinal));
        if (verb is null || !char.IsAsciiLetterUpper(name[verb.Length]))
            return null;
        var rest = char.ToLowerInvariant(name[verb.Length]) + name[(verb.Length + 1)..];
        var kind = RootKind.CreateOne + (2 * Array.IndexOf(Verbs, verb));
        return workspace.BySingular(rest) is { } one ? new(kind, one)
            : workspace.ByPlural(rest) is { } many ? new(kind + 1, many)
            : null;
    }
}
