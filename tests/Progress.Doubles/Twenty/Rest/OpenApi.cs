using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>GET /rest/open-api/core: with any valid key the objects and their fields, without one a skeleton.</summary>
internal sealed class OpenApi(Workspace workspace)
{
    public DoubleResponse Handle(DoubleRequest request, ApiKeys keys, DateTime now)
    {
        var (paths, schemas) = (new JsonObject(), new JsonObject());
        if (HasKey(request, keys, now))
            foreach (var type in workspace.Objects.Where(type => type.IsActive && workspace.ByPlural(type.Plural)!.VisibleFrom <= now))
                Add(type, paths, schemas);
        var document = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "Twenty Api", ["version"] = "v0.1" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
        return DoubleResponse.OfJson(200, JsonSerializer.SerializeToUtf8Bytes(document));
    }

    private static bool HasKey(DoubleRequest request, ApiKeys keys, DateTime now)
    {
        try
        {
            keys.Check(request.Header("Authorization"), new DateTimeOffset(now, TimeSpan.Zero));
            return true;
        }
        catch (ApiError)
        {
            return false;
        }
    }

    private static void Add(ObjectDefinition type, JsonObject paths, JsonObject schemas)
    {
        paths[$"/{type.Plural}"] = Verbs("get", "post", "patch");
        paths[$"/batch/{type.Plural}"] = Verbs("post");
        paths[$"/{type.Plural}/{{id}}"] = Verbs("get", "patch", "delete");
        var properties = new JsonObject();
        foreach (var column in type.Columns)
            properties[column.Name] = new JsonObject { ["type"] = JsonType(column.Type) };
        schemas[type.SingularCapital] = new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    private static JsonObject Verbs(params string[] verbs) =>
        new(verbs.Select(verb => KeyValuePair.Create(verb, (JsonNode?)new JsonObject())));

    private static string JsonType(FieldType type) => type switch
    {
        FieldType.NUMBER or FieldType.NUMERIC or FieldType.POSITION => "number",
        FieldType.BOOLEAN => "boolean",
        FieldType.ARRAY or FieldType.MULTI_SELECT => "array",
        FieldType.RAW_JSON => "object",
        _ when Composite.Is(type) => "object",
        _ => "string",
    };
}
