using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>As much of introspection as a client needs to learn what the server can do.</summary>
internal sealed class Introspection(Workspace workspace, DateTime now)
{
    public static bool Knows(string field) => field is "__typename" or "__schema" or "__type";

    public Action<Utf8JsonWriter> Answer(GraphQlRequest asked, Selection selection)
    {
        var node = selection.Name switch
        {
            "__typename" => JsonValue.Create(asked.Operation.Kind == "query" ? "Query" : "Mutation"),
            "__schema" => Projection.Of(Schema(), selection.Selections),
            _ => Projection.Of(Type(asked.Variables.Resolve(selection.Arguments["name"])?.GetString() ?? ""), selection.Selections),
        };
        return json => Projection.Write(json, node);
    }

    private IEnumerable<Table> Tables => workspace.Objects.Where(type => type.IsActive)
        .Select(type => workspace.ByPlural(type.Plural)!).Where(table => table.VisibleFrom <= now);

    private JsonObject Schema() => new()
    {
        ["queryType"] = Type("Query"),
        ["mutationType"] = Type("Mutation"),
        ["types"] = new JsonArray([Type("Query"), Type("Mutation"), .. Tables.SelectMany(Types)]),
    };

    private JsonNode? Type(string name) => name switch
    {
        "Query" => Object(name, Tables.SelectMany(table => new[]
        {
            Field(table.Type.Plural, new RootField(RootKind.FindMany, table)),
            Field(table.Type.Singular, new RootField(RootKind.FindOne, table)),
        })),
        "Mutation" => Object(name, Tables.SelectMany(RootField.Mutations).Select(item => Field(item.Name, item.Field))),
        _ => Tables.SelectMany(Types).FirstOrDefault(type => type?["name"]?.GetValue<string>() == name),
    };

    private static IEnumerable<JsonNode?> Types(Table table)
    {
        var name = table.Type.SingularCapital;
        yield return Object(name, table.Type.Columns.Select(Column));
        foreach (var kind in new[] { "Filter", "Create", "Update", "OrderBy" })
            yield return Input($"{name}{kind}Input", table.Type.Columns.Select(Column));
    }

    private static JsonObject Object(string name, IEnumerable<JsonNode> fields) => new()
    {
        ["kind"] = "OBJECT", ["name"] = name, ["fields"] = new JsonArray([.. fields]), ["inputFields"] = null,
    };

    private static JsonObject Input(string name, IEnumerable<JsonNode> fields) => new()
    {
        ["kind"] = "INPUT_OBJECT", ["name"] = name, ["fields"] = null, ["inputFields"] = new JsonArray([.. fields]),
    };

    private static JsonObject Column(Column column) => new() { ["name"] = column.Name, ["type"] = Named("SCALAR", column.Type.ToString()) };

    private static JsonObject Field(string name, RootField field) => new()
    {
        ["name"] = name,
        ["args"] = new JsonArray([.. field.Arguments().Select(argument => new JsonObject
        {
            ["name"] = argument.Key, ["type"] = Named("INPUT_OBJECT", argument.Value[0]),
        })]),
        ["type"] = Named("OBJECT", field.Kind == RootKind.FindMany ? $"{field.Table.Type.SingularCapital}Connection" : field.Table.Type.SingularCapital),
    };

    private static JsonObject Named(string kind, string name) => new() { ["kind"] = kind, ["name"] = name, ["ofType"] = null };
}
