using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>Twenty's metadata by GraphQL, for releases whose REST metadata fail.</summary>
internal sealed class MetadataGraphQl(TwentyCalls calls) : IMetadata
{
    private const string Path = "/metadata";

    private const string List =
        "query($after: ConnectionCursor) { objects(paging: {first: 200, after: $after}) { edges { node { id nameSingular isActive "
        + "fields(paging: {first: 1000}) { edges { node { name type isActive } } } } } pageInfo { hasNextPage endCursor } } }";

    private const string NewObject = "mutation($input: CreateOneObjectInput!) { createOneObject(input: $input) { id } }";

    private const string NewField = "mutation($input: CreateOneFieldMetadataInput!) { createOneField(input: $input) { id } }";

    public MetadataObject? Find(CancellationToken cancel)
    {
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        for (string? after = null; ;)
        {
            var objects = calls.GraphQl(Path, List, new JsonObject { ["after"] = after }, true, RemoteRequest.SchemaTimeout, cancel).At("objects");
            var found = Nodes(objects).FirstOrDefault(o => o.At("nameSingular").Text() == TwentyField.Singular);
            if (found is not null) return MetadataBodies.Describe(found, Nodes(found.At("fields")));
            if (!objects.At("pageInfo").At("hasNextPage").IsTrue()) return null;
            after = objects.At("pageInfo").At("endCursor").Text();
            if (after is null || !cursors.Add(after)) throw calls.Shapeless(Path, false);
        }
    }

    public void CreateObject(CancellationToken cancel) => Create(NewObject, "object", MetadataBodies.Object, cancel);

    public void CreateField(string objectId, TwentyField field, CancellationToken cancel) =>
        Create(NewField, "field", MetadataBodies.Field(objectId, field), cancel);

    private void Create(string document, string key, JsonObject body, CancellationToken cancel) =>
        calls.GraphQl(Path, document, new JsonObject { ["input"] = new JsonObject { [key] = body } }, false, RemoteRequest.SchemaTimeout, cancel);

    private static IEnumerable<JsonObject> Nodes(JsonNode? connection) =>
        connection.At("edges").Objects().Select(e => e.At("node")).OfType<JsonObject>();
}
