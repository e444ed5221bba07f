using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>Twenty's metadata by REST, in both formats of its answers.</summary>
internal sealed class MetadataRest(TwentyCalls calls) : IMetadata
{
    private const string Objects = "/rest/metadata/objects", Fields = "/rest/metadata/fields";

    public MetadataObject? Find(CancellationToken cancel)
    {
        var found = All(Objects, "objects", cancel).FirstOrDefault(o => o.At("nameSingular").Text() == TwentyField.Singular);
        if (found?.At("id").Text() is not { } id) return null;
        var whole = One(calls.Read(Get($"{Objects}/{Uri.EscapeDataString(id)}"), cancel), "object");
        var fields = whole.At("fields").Objects().ToList();
        if (fields.Count == 0) fields = [.. All(Fields, "fields", cancel).Where(f => f.At("objectMetadataId").Text() == id)];
        return MetadataBodies.Describe(found, fields);
    }

    public void CreateObject(CancellationToken cancel) => Post(Objects, MetadataBodies.Object, cancel);

    public void CreateField(string objectId, TwentyField field, CancellationToken cancel) =>
        Post(Fields, MetadataBodies.Field(objectId, field), cancel);

    private void Post(string path, JsonObject body, CancellationToken cancel) =>
        calls.Send(new RemoteRequest(HttpMethod.Post, path) { Body = body, Timeout = RemoteRequest.SchemaTimeout }, false, cancel);

    private IEnumerable<JsonObject> All(string path, string key, CancellationToken cancel)
    {
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        for (string? after = null; ;)
        {
            var body = calls.Read(after is null ? Get(path, ("limit", "200")) : Get(path, ("limit", "200"), ("starting_after", after)), cancel);
            if ((body.At("data").At(key) ?? body.At("data")) is not JsonArray list) throw calls.Shapeless(path, false);
            foreach (var item in list.Objects()) yield return item;
            var info = body.At("pageInfo") ?? body.At("data").At("pageInfo");
            if (!info.At("hasNextPage").IsTrue()) yield break;
            after = info.At("endCursor").Text();
            if (after is null || !cursors.Add(after)) throw calls.Shapeless(path, false);
        }
    }

    private static JsonNode? One(JsonNode body, string key)
    {
        var inner = body.At("data") ?? body;
        return inner.At(key) ?? inner;
    }

    private static RemoteRequest Get(string path, params (string Name, string Value)[] query) =>
        RemoteRequest.Get(path, query) with { Timeout = RemoteRequest.SchemaTimeout };
}
