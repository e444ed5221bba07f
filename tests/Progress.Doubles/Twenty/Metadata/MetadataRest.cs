using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>/rest/metadata/objects and /rest/metadata/fields in both formats.</summary>
internal sealed class MetadataRest(Workspace workspace, DataModel model)
{
    public DoubleResponse Handle(DoubleRequest request, CallContext call)
    {
        OperationGate.CheckDataModel(call.Key);
        var parts = request.Path["/rest/metadata/".Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not (["objects" or "fields"] or ["objects" or "fields", _]))
            throw ApiError.Bad($"Query path '{request.Path}' invalid. Valid examples: /rest/metadata/fields or /rest/metadata/objects/id");
        var format = new MetadataEnvelope(call.Options.MetadataFormat, parts[0] == "objects" ? "object" : "field");
        var query = new QueryText(request.Query);
        return (request.Method, parts) switch
        {
            ("GET", ["objects"]) => format.List(MetadataPage<ObjectDefinition>.Cut(workspace.Objects, type => type.ObjectId, query, call.Options),
                type => MetadataJson.Of(type, withFields: false)),
            ("GET", ["fields"]) => format.List(MetadataPage<(ObjectDefinition Type, FieldDefinition Field)>.Cut(AllFields(), item => item.Field.Id, query, call.Options),
                item => MetadataJson.Of(item.Type, item.Field)),
            ("POST", ["objects"]) => format.One(201, "createOne", MetadataJson.Of(model.CreateObject(Body(request), call), withFields: true)),
            ("POST", ["fields"]) => format.One(201, "createOne", Described(model.CreateField(Body(request), call))),
            (_, ["objects", var id]) => Object(request, Find(id), format),
            (_, ["fields", var id]) => Field(request, FindField(id), format),
            _ => throw new ApiError(404, "NotFoundException", $"Cannot {request.Method} {request.Path}"),
        };
    }

    private DoubleResponse Object(DoubleRequest request, ObjectDefinition type, MetadataEnvelope format)
    {
        switch (request.Method)
        {
            case "GET":
                return format.One(200, null, MetadataJson.Of(type, withFields: true));
            case "PATCH" or "PUT":
                return format.One(200, "updateOne", MetadataJson.Of(model.UpdateObject(type, Body(request)), withFields: true));
            case "DELETE":
                model.DeleteObject(type);
                return format.One(200, "deleteOne", MetadataJson.Of(type, withFields: false));
            default:
                throw new ApiError(404, "NotFoundException", $"Cannot {request.Method} {request.Path}");
        }
    }

    private DoubleResponse Field(DoubleRequest request, (ObjectDefinition Type, FieldDefinition Field) found, MetadataEnvelope format)
    {
        switch (request.Method)
        {
            case "GET":
                return format.One(200, null, MetadataJson.Of(found.Type, found.Field));
            case "PATCH" or "PUT":
                return format.One(200, "updateOne", Described(model.UpdateField(found.Type, found.Field, Body(request))));
            case "DELETE":
                model.DeleteField(found.Type, found.Field);
                return format.One(200, "deleteOne", MetadataJson.Of(found.Type, found.Field));
            default:
                throw new ApiError(404, "NotFoundException", $"Cannot {request.Method} {request.Path}");
        }
    }

    private List<(ObjectDefinition Type, FieldDefinition Field)> AllFields() =>
        [.. workspace.Objects.SelectMany(type => type.Fields.Select(field => (type, field)))];

    private ObjectDefinition Find(string id) => workspace.ById(Uuid(id))
        ?? throw new ApiError(404, "NotFoundException", "Object metadata not found");

    private (ObjectDefinition Type, FieldDefinition Field) FindField(string id)
    {
        var type = workspace.ByField(Uuid(id)) ?? throw new ApiError(404, "NotFoundException", "Field metadata not found");
        return (type, type.Fields.First(field => field.Id == Uuid(id)));
    }

    private JsonObject Described(FieldDefinition field) => MetadataJson.Of(workspace.ByField(field.Id)!, field);

    private static Guid Uuid(string text) => Guid.TryParse(text, out var id) ? id : throw ApiError.Bad($"'{text}' is not a valid UUID");

    private static JsonElement Body(DoubleRequest request) => JsonText.Parse(request.Body, "Invalid JSON body");
}
