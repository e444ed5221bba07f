using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>The two ways in which the metadata endpoints wrap what they say.</summary>
/// <param name="kind">"object" or "field".</param>
internal sealed class MetadataEnvelope(MetadataFormat format, string kind)
{
    private bool IsNew => format == MetadataFormat.New;

    public DoubleResponse List<T>(MetadataPage<T> page, Func<T, JsonObject> describe)
    {
        var items = new JsonArray([.. page.Items.Select(describe)]);
        return Answer(200, new JsonObject
        {
            ["data"] = IsNew ? items : new JsonObject { [kind + "s"] = items },
            ["pageInfo"] = new JsonObject
            {
                ["hasNextPage"] = page.HasNext, ["hasPreviousPage"] = page.HasPrevious,
                ["startCursor"] = page.Start, ["endCursor"] = page.End,
            },
            ["totalCount"] = page.Total,
        });
    }

    /// <param name="verb">Null for a read.</param>
    public DoubleResponse One(int status, string? verb, JsonObject item)
    {
        var key = verb is null ? kind : verb + char.ToUpperInvariant(kind[0]) + kind[1..];
        return Answer(status, IsNew ? item : new JsonObject { ["data"] = new JsonObject { [key] = item } });
    }

    private static DoubleResponse Answer(int status, JsonObject body) =>
        DoubleResponse.OfJson(status, JsonSerializer.SerializeToUtf8Bytes(body, JsonText.Options));
}
