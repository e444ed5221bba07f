namespace Progress.Doubles.Airtable;

internal enum RouteKind
{
    List,
    ListByPost,
    GetOne,
    Create,
    UpdateMany,
    UpdateOne,
    DeleteMany,
    DeleteOne,
    WhoAmI,
    Bases,
    Tables,
    CreateTable,
    UpdateTable,
    CreateField,
    UpdateField,
}

/// <summary>What a path and a method ask for. Parts that the path does not have are empty.</summary>
/// <param name="Item">A record or a field.</param>
internal sealed record Route(RouteKind Kind, string BaseId = "", string Table = "", string Item = "")
{
    public bool IsOfData => Kind < RouteKind.WhoAmI;

    public bool Writes => Kind is RouteKind.Create or RouteKind.UpdateMany or RouteKind.UpdateOne or RouteKind.DeleteMany or RouteKind.DeleteOne
        or RouteKind.CreateTable or RouteKind.UpdateTable or RouteKind.CreateField or RouteKind.UpdateField;

    /// <summary>Null for what every token may do.</summary>
    public string? Scope => Kind switch
    {
        RouteKind.WhoAmI => null,
        _ when IsOfData => Writes ? AirtableGrant.WriteRecords : AirtableGrant.ReadRecords,
        _ => Writes ? AirtableGrant.WriteSchema : AirtableGrant.ReadSchema,
    };

    /// <summary>Reads a path; slashes at its end do not count. A malformed id leads nowhere.</summary>
    /// <param name="knows">Whether a base has a table of that name or id.</param>
    public static Route Read(DoubleRequest request, Func<string, string, bool> knows)
    {
        var parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Decoded).ToArray();
        return parts is not ["v0", .. var rest] ? throw AirtableError.NotFound()
            : rest is ["meta", .. var meta] ? OfMeta(request.Method, meta)
            : rest is [var home, _, ..] && IdSource.Is("app", home) ? OfData(request.Method, home, rest[1..], knows)
            : throw AirtableError.NotFound();
    }

    /// <summary>Kestrel leaves slashes within a name encoded.</summary>
    private static string Decoded(string part) => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static Route OfMeta(string method, string[] parts) => (method, parts) switch
    {
        ("GET", ["whoami"]) => new Route(RouteKind.WhoAmI),
        ("GET", ["bases"]) => new Route(RouteKind.Bases),
        (_, ["bases", var home, "tables", .. var rest]) when IdSource.Is("app", home) => (method, rest) switch
        {
            ("GET", []) => new Route(RouteKind.Tables, home),
            ("POST", []) => new Route(RouteKind.CreateTable, home),
            ("PATCH", [var table]) => new Route(RouteKind.UpdateTable, home, table),
            ("POST", [var table, "fields"]) when IdSource.Is("tbl", table) => new Route(RouteKind.CreateField, home, table),
            ("PATCH", [var table, "fields", var field]) when IdSource.Is("tbl", table) && IdSource.Is("fld", field) =>
                new Route(RouteKind.UpdateField, home, table, field),
            _ => throw AirtableError.NotFound(),
        },
        _ => throw AirtableError.NotFound(),
    };

    private static Route OfData(string method, string home, string[] parts, Func<string, string, bool> knows)
    {
        var last = parts.Length > 1 ? parts[^1] : "";
        var before = string.Join('/', parts[..^1]);
        if (method == "POST" && last == "listRecords")
            return new Route(RouteKind.ListByPost, home, before);
        if (IdSource.Is("rec", last))
            return new Route(OfOne(method), home, before, last);

        // Without a socket a slash within a table's name looks like any other.
        if (parts.Length > 1 && knows(home, parts[0]))
            throw AirtableError.NotFound();
        return new Route(OfMany(method), home, string.Join('/', parts));
    }

    private static RouteKind OfOne(string method) => method switch
    {
        "GET" => RouteKind.GetOne,
        "PATCH" or "PUT" => RouteKind.UpdateOne,
        "DELETE" => RouteKind.DeleteOne,
        _ => throw AirtableError.NotFound(),
    };

    private static RouteKind OfMany(string method) => method switch
    {
        "GET" => RouteKind.List,
        "POST" => RouteKind.Create,
        "PATCH" or "PUT" => RouteKind.UpdateMany,
        "DELETE" => RouteKind.DeleteMany,
        _ => throw AirtableError.NotFound(),
    };
}
