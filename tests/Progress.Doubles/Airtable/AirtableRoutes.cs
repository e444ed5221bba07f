namespace Progress.Doubles.Airtable;

/// <summary>Finds what answers a request, in the order: path, token, rate, permission, and only then what it says.</summary>
internal sealed class AirtableRoutes(List<Base> bases, Tokens tokens, RateLimits limits, Iterators iterators)
{
    private const int MostUrl = 16_000;

    private readonly RecordReads reads = new(iterators);
    private readonly RecordWrites writes = new();
    private readonly SchemaRoutes schema = new(bases);

    public DoubleResponse Handle(DoubleRequest request, Call call)
    {
        var route = Route.Read(request, (home, table) => bases.Find(one => one.Id == home)?.FindTable(table) is not null);
        var (token, grant) = tokens.Check(request.Header("Authorization"));
        limits.Take(token, route, call.Switches, call.At);
        if (route.Scope is { } scope && !grant.Scopes.Contains(scope))
            throw AirtableError.NoModel();
        CheckSize(request, call.Switches);
        return route.IsOfData ? OfData(request, route, grant, call) : schema.Handle(request, route, grant, call);
    }

    private DoubleResponse OfData(DoubleRequest request, Route route, AirtableGrant grant, Call call)
    {
        var home = grant.Sees(route.BaseId) ? bases.Find(one => one.Id == route.BaseId) : null;
        var table = home?.FindTable(route.Table) ?? throw AirtableError.NoModel();
        if (route.Writes && grant.Permission < Permission.Edit)
            throw AirtableError.NoPermission($"{Verb(route.Kind)} records in table {table.Name} ({table.Id})");
        var query = new QueryPairs(request.Query);
        return route.Kind switch
        {
            RouteKind.List => reads.List(table, ListParameters.OfQuery(query), call),
            RouteKind.ListByPost => reads.List(table, ListParameters.OfBody(RequestBody.Read(request, call.Switches), query), call),
            RouteKind.GetOne => reads.One(table, route.Item, query, call),
            RouteKind.Create => writes.Create(table, WriteBody.Read(request, call), call),
            RouteKind.UpdateMany => writes.UpdateMany(table, WriteBody.Read(request, call), request.Method == "PUT", call),
            RouteKind.UpdateOne => writes.UpdateOne(table, route.Item, WriteBody.Read(request, call), request.Method == "PUT", call),
            RouteKind.DeleteMany => writes.DeleteMany(table, query.Many("records"), call),
            _ => writes.DeleteOne(table, route.Item, call),
        };
    }

    private static string Verb(RouteKind kind) => kind switch
    {
        RouteKind.Create => "create",
        RouteKind.DeleteMany or RouteKind.DeleteOne => "delete",
        _ => "update",
    };

    private static void CheckSize(DoubleRequest request, AirtableSwitches switches)
    {
        if (request.Path.Length + request.Query.Length >= MostUrl)
            throw new AirtableError(
                switches.LongUrl switch { LongUrl.Status414 => 414, LongUrl.Status413 => 413, _ => 422 },
                "INVALID_REQUEST_UNKNOWN", $"The address is longer than {MostUrl} characters.");
        if (switches.MaxBodyLength > 0 && request.Body.Length > switches.MaxBodyLength)
            throw new AirtableError(413, "REQUEST_TOO_LARGE", "Request body is too large");
    }
}
