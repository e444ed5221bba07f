using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>Objects or fields as a GraphQL connection.</summary>
internal static class MetadataConnection
{
    private const int DefaultFirst = 10;
    private const int MaxFirst = 1000;

    public static JsonNode? Of<T>(
        IReadOnlyList<T> all, Func<T, Guid> id, Selection selection, Variables variables, Func<T, List<Selection>, JsonNode?> project)
    {
        var (first, after) = Paging(new Arguments(selection, variables)["paging"]);
        var start = after is null ? 0 : all.ToList().FindIndex(item => id(item).ToString() == after) + 1;
        var items = all.Skip(start).Take(first).ToList();
        var asked = selection.Selections ?? throw ApiError.Invalid($"Field \"{selection.Name}\" must have a selection of subfields.");
        var node = asked.Find(child => child.Name == "edges")?.Selections?.Find(child => child.Name == "node");
        var tree = new JsonObject
        {
            ["edges"] = new JsonArray([.. items.Select(item => (JsonNode)new JsonObject
            {
                ["node"] = node is null ? null : project(item, node.Selections!), ["cursor"] = id(item),
            })]),
            ["pageInfo"] = new JsonObject
            {
                ["hasNextPage"] = start + items.Count < all.Count, ["hasPreviousPage"] = start > 0,
                ["startCursor"] = items.Count == 0 ? null : id(items[0]), ["endCursor"] = items.Count == 0 ? null : id(items[^1]),
            },
            ["totalCount"] = all.Count,
        };
        return Projection.Of(tree, [.. asked.Select(WithoutNodeSelections)]);
    }

    private static (int First, string? After) Paging(JsonElement? paging) => paging is not { ValueKind: JsonValueKind.Object } given
        ? (DefaultFirst, null)
        : (given.TryGetProperty("first", out var first) ? Math.Min(MaxFirst, first.GetInt32()) : DefaultFirst,
            given.TryGetProperty("after", out var after) ? after.GetString() : null);

    /// <summary>Nodes are projected already.</summary>
    private static Selection WithoutNodeSelections(Selection selection) => selection.Name != "edges"
        ? selection
        : selection with { Selections = [.. selection.Selections!.Select(child => child with { Selections = null })] };
}
