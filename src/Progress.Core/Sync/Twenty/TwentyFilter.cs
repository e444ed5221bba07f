using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>
/// The only place that makes filters. Twenty's filter language knows no escapes, and a server that gets an empty filter may take it for
/// all records: so only ids, numbers, times, NULL and one constant get into a filter, and it always has an id or a time or that constant.
/// </summary>
internal static class TwentyFilter
{
    /// <summary>Notes that are calls.</summary>
    public const string Calls = "title[ilike]:\"call -%\"";

    /// <summary>Notes that are none.</summary>
    public const string NoCalls = $"not({Calls})";

    public const string InBin = "deletedAt[is]:NOT_NULL";

    // whatever names deletedAt also sees the bin
    private const string InBinOrNot = "or(deletedAt[is]:NULL,deletedAt[is]:NOT_NULL)";

    /// <summary>Records whose <paramref name="field"/> is one of the ids.</summary>
    /// <exception cref="ArgumentException">There are none, or one is no UUID: nothing must be sent then.</exception>
    public static string In(string field, IReadOnlyCollection<string> ids, bool andInBin = false)
    {
        if (ids.Count == 0) throw new ArgumentException("A filter without ids would mean all records.", nameof(ids));
        var list = $"{field}[in]:[{string.Join(',', ids.Select(Id))}]";
        return andInBin ? All(list, InBinOrNot)! : list;
    }

    /// <summary>Records not older than a time.</summary>
    public static string Since(string field, DateTime time) => $"{Name(field)}[gte]:\"{Iso(time)}\"";

    /// <summary>Records not younger than a time.</summary>
    public static string Until(string field, DateTime time) => $"{Name(field)}[lte]:\"{Iso(time)}\"";

    /// <summary>One of several conditions; null ones do not count.</summary>
    public static string Any(params string?[] conditions) => $"or({string.Join(',', conditions.OfType<string>())})";

    /// <summary>Several conditions at once; null ones do not count.</summary>
    public static string? All(params string?[] conditions)
    {
        var all = conditions.OfType<string>().ToList();
        return all.Count switch { 0 => null, 1 => all[0], _ => $"and({string.Join(',', all)})" };
    }

    /// <summary>One live record while its fields have the values: as REST writes it.</summary>
    /// <exception cref="ArgumentException">An id, a name or a value that must not get into a filter.</exception>
    public static string Rest(string id, JsonObject expected) => All(
    [
        $"id[eq]:{Id(id)}", "deletedAt[is]:NULL",
        .. expected.Select(e => Value(e.Value) is { } value ? $"{Name(e.Key)}[eq]:{value}" : $"{Name(e.Key)}[is]:NULL"),
    ])!;

    /// <summary>The same as GraphQL takes it.</summary>
    public static JsonObject GraphQl(string id, JsonObject expected)
    {
        var all = new JsonArray(Condition("id", "eq", JsonValue.Create(Id(id))), Condition("deletedAt", "is", JsonValue.Create("NULL")));
        foreach (var (name, value) in expected)
            all.Add((JsonNode)(Value(value) is { } text
                ? Condition(Name(name), "eq", Guid.TryParse(text, out _) ? JsonValue.Create(text) : JsonNode.Parse(text)!)
                : Condition(Name(name), "is", JsonValue.Create("NULL"))));
        return new JsonObject { ["and"] = all };
    }

    /// <summary>A time as Twenty writes it.</summary>
    public static string Iso(DateTime time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Condition(string field, string comparator, JsonNode value) =>
        new() { [field] = new JsonObject { [comparator] = value } };

    private static string Id(string id) => Guid.TryParseExact(id, "D", out var uuid)
        ? uuid.ToString("D")
        : throw new ArgumentException($"'{id}' is no UUID and does not get into a filter.", nameof(id));

    private static string Name(string name) => name.Length > 0 && name.All(char.IsAsciiLetterOrDigit)
        ? name
        : throw new ArgumentException($"'{name}' is no field and does not get into a filter.", nameof(name));

    private static string? Value(JsonNode? value) => value?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.String => Id(value.Text()!),
        JsonValueKind.Number when decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            number.ToString("0.############################", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A value of kind {value.GetValueKind()} does not get into a filter.", nameof(value)),
    };
}
