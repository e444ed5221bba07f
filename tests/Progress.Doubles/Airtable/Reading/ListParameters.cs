using System.Globalization;
using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>The parameters of a list, as they came.</summary>
internal sealed record ListParameters
{
    private static readonly HashSet<string> Known =
    [
        "pageSize", "limit", "maxRecords", "offset", "view", "sort", "filterByFormula", "fields", "cellFormat", "timeZone", "userLocale",
        "returnFieldsByFieldId", "recordMetadata", "includeDateDependencyMetadata",
    ];

    public int? PageSize { get; init; }

    public int? MaxRecords { get; init; }

    public string? Offset { get; init; }

    public string? View { get; init; }

    public string? Filter { get; init; }

    public IReadOnlyList<string> Fields { get; init; } = [];

    public IReadOnlyList<(string Field, string? Direction)> Sort { get; init; } = [];

    public string? CellFormat { get; init; }

    public string? TimeZone { get; init; }

    public string? UserLocale { get; init; }

    public bool ByFieldId { get; init; }

    public IReadOnlyList<string> Metadata { get; init; } = [];

    /// <summary>What must be the same on every page.</summary>
    public string Signature => string.Join(
        '\u001f', MaxRecords, View, Filter, string.Join('\u001e', Fields), string.Join('\u001e', Sort), CellFormat, ByFieldId);

    public static ListParameters OfQuery(QueryPairs query)
    {
        if (query.Names.FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
            throw AirtableError.Unknown($"Unknown parameter \"{unknown}\".");
        return new ListParameters
        {
            PageSize = Number("pageSize", query.One("pageSize") ?? query.One("limit")),
            MaxRecords = Number("maxRecords", query.One("maxRecords")),
            Offset = query.One("offset"),
            View = query.One("view"),
            Filter = query.One("filterByFormula"),
            Fields = query.Many("fields"),
            Sort = [.. query.Objects("sort").Select(sort => (Named(sort.GetValueOrDefault("field")), sort.GetValueOrDefault("direction")))],
            CellFormat = query.One("cellFormat"),
            TimeZone = query.One("timeZone"),
            UserLocale = query.One("userLocale"),
            ByFieldId = Flag(query.One("returnFieldsByFieldId")),
            Metadata = query.Many("recordMetadata"),
        };
    }

    /// <summary>Zone and language count only in the query, whatever the body says of them.</summary>
    public static ListParameters OfBody(JsonElement body, QueryPairs query) => new()
    {
        PageSize = Number("pageSize", Text(body, "pageSize")),
        MaxRecords = Number("maxRecords", Text(body, "maxRecords")),
        Offset = Text(body, "offset"),
        View = Text(body, "view"),
        Filter = Text(body, "filterByFormula"),
        Fields = [.. Items(body, "fields").Select(field => field.ToString())],
        Sort = [.. Items(body, "sort").Select(sort => (Named(Text(sort, "field")), Text(sort, "direction")))],
        CellFormat = Text(body, "cellFormat"),
        TimeZone = query.One("timeZone"),
        UserLocale = query.One("userLocale"),
        ByFieldId = Flag(Text(body, "returnFieldsByFieldId")),
        Metadata = [.. Items(body, "recordMetadata").Select(item => item.ToString())],
    };

    public static bool Flag(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" or "0" or "false" => false,
        "1" or "true" => true,
        _ => throw AirtableError.Unknown("returnFieldsByFieldId is true or false."),
    };

    private static string Named(string? field) => field ?? throw AirtableError.Unknown("sort needs a field.");

    private static int? Number(string name, string? text)
    {
        if (text is null)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw AirtableError.Unknown($"\"{name}\" is a whole number above 0.");
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ToString()
            : null;

    private static IEnumerable<JsonElement> Items(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw AirtableError.Unknown($"\"{name}\" is a list.");
    }
}
