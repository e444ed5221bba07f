using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>The routes under /v0/meta.</summary>
internal sealed class SchemaRoutes(List<Base> bases)
{
    public DoubleResponse Handle(DoubleRequest request, Route route, AirtableGrant grant, Call call)
    {
        var query = new QueryPairs(request.Query);
        if (route.Kind == RouteKind.WhoAmI)
            return AirtableAnswers.Ok(json => JsonSerializer.Serialize(json, new { id = "usrProgressDouble" }));
        if (route.Kind == RouteKind.Bases)
            return Bases(query, grant);
        var home = (grant.Sees(route.BaseId) ? bases.Find(one => one.Id == route.BaseId) : null) ?? throw AirtableError.NoModel();
        if (route.Kind == RouteKind.Tables)
            return Tables(home, query, call.Switches);
        if (grant.Permission < Permission.Create)
            throw AirtableError.NoPermission("perform this operation");
        var body = RequestBody.Read(request, call.Switches);
        if (route.Kind == RouteKind.CreateTable)
            return Shown(new TableCreation(home, call).Create(body), call.Switches);
        var table = home.FindTable(route.Table) ?? throw AirtableError.NoModel();
        return route.Kind switch
        {
            RouteKind.UpdateTable => Shown(SchemaChanges.Update(table, body), call.Switches),
            RouteKind.CreateField => Shown(new FieldCreation(table, call).Create(body), call.Switches),
            _ => Shown(SchemaChanges.Update(table, table.FindField(route.Item) ?? throw AirtableError.NoModel(), body, call.Switches), call.Switches),
        };
    }

    private DoubleResponse Bases(QueryPairs query, AirtableGrant grant)
    {
        if (query.Names.Any(name => name != "offset"))
            throw AirtableError.Unknown();
        return AirtableAnswers.Ok(json => JsonSerializer.Serialize(json, new
        {
            bases = bases.Where(one => grant.Sees(one.Id)).Select(one => new
            {
                id = one.Id, name = one.Name, permissionLevel = grant.Permission.ToString().ToLowerInvariant(),
            }),
        }));
    }

    private static DoubleResponse Tables(Base home, QueryPairs query, AirtableSwitches switches)
    {
        if (query.Names.Any(name => name != "include"))
            throw AirtableError.Unknown();
        var visible = query.Many("include").Contains("visibleFieldIds");
        return AirtableAnswers.Ok(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("tables");
            foreach (var table in home.Tables)
                SchemaJson.Write(json, table, switches, visible);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static DoubleResponse Shown(Table table, AirtableSwitches switches) =>
        AirtableAnswers.Ok(json => SchemaJson.Write(json, table, switches, showsVisible: false));

    private static DoubleResponse Shown(Field field, AirtableSwitches switches) =>
        AirtableAnswers.Ok(json => SchemaJson.Write(json, field, switches));
}
