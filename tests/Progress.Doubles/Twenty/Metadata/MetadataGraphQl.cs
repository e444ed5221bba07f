using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>POST /metadata: objects and fields over GraphQL. Not behind the limit.</summary>
internal sealed class MetadataGraphQl(Workspace workspace, DataModel model)
{
    private readonly Dictionary<string, List<Operation>> known = [];

    public DoubleResponse Handle(DoubleRequest request, Func<CallContext> context)
    {
        try
        {
            var call = context();
            OperationGate.CheckDataModel(call.Key);
            var asked = GraphQlRequest.Read(request, known);
            var data = new JsonObject();
            foreach (var selection in asked.Operation.Selections)
                data[selection.Alias] = Execute(selection, asked.Variables, call);
            return DoubleResponse.OfJson(
                200, JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["data"] = data }, JsonText.Options));
        }
        catch (ApiError error)
        {
            return GraphQlErrors.Of(error);
        }
    }

    private JsonNode? Execute(Selection selection, Variables variables, CallContext call)
    {
        var arguments = new Arguments(selection, variables);
        return selection.Name switch
        {
            "objects" => MetadataConnection.Of(
                [.. workspace.Objects.OrderBy(type => type.ObjectId)], type => type.ObjectId, selection, variables,
                (type, wanted) => Projected(type, wanted, variables)),
            "object" => Projected(Find(arguments.Required("id")), selection.Selections!, variables),
            "createOneObject" => Projected(model.CreateObject(Input(arguments, "object"), call), selection.Selections!, variables),
            "createOneField" => Projection.Of(Described(model.CreateField(Input(arguments, "field"), call)), selection.Selections),
            _ => throw ApiError.Invalid($"Cannot query field \"{selection.Name}\"."),
        };
    }

    private static JsonElement Input(Arguments arguments, string key) =>
        arguments.Required("input").TryGetProperty(key, out var value)
            ? value
            : throw ApiError.Bad($"Field \"{key}\" of required type was not provided.");

    private ObjectDefinition Find(JsonElement id) => workspace.ById(id.GetGuid())
        ?? throw new ApiError(404, "NotFoundException", "Object metadata not found");

    private JsonObject Described(FieldDefinition field) => MetadataJson.Of(workspace.ByField(field.Id)!, field);

    private static JsonNode? Projected(ObjectDefinition type, List<Selection> selections, Variables variables)
    {
        var described = MetadataJson.Of(type, withFields: true);
        described["fieldsList"] = described["fields"]!.DeepClone();
        var projected = new JsonObject();
        foreach (var selection in selections)
            projected[selection.Alias] = selection.Name == "fields"
                ? MetadataConnection.Of(type.Fields, field => field.Id, selection, variables,
                    (field, wanted) => Projection.Of(MetadataJson.Of(type, field), wanted))
                : Projection.Of(described, [selection])![selection.Alias]?.DeepClone();
        return projected;
    }
}
