using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The envelopes of the record endpoints.</summary>
internal static class RestAnswers
{
    public static DoubleResponse List(ObjectDefinition type, Page page, HashSet<string>? fields, TwentyOptions options) => Answer(200, json =>
    {
        json.WriteStartObject("data");
        json.WritePropertyName(type.Plural);
        RecordJson.WriteAll(json, type, page.Rows, options.EmptyText, fields);
        json.WriteEndObject();
        if (options.TotalCountNull)
            json.WriteNull("totalCount");
        else
            json.WriteNumber("totalCount", page.Total);
        json.WriteStartObject("pageInfo");
        json.WriteBoolean("hasNextPage", page.HasNext);
        json.WriteBoolean("hasPreviousPage", page.HasPrevious);
        json.WriteString("startCursor", page.Start);
        json.WriteString("endCursor", page.End);
        json.WriteEndObject();
    });

    public static DoubleResponse One(ObjectDefinition type, RowVersion row, HashSet<string>? fields, TwentyOptions options) => Answer(200, json =>
    {
        json.WriteStartObject("data");
        json.WritePropertyName(type.Singular);
        RecordJson.Write(json, type, row, options.EmptyText, fields);
        json.WriteEndObject();
    });

    /// <param name="verb">"create", "update" or "restore".</param>
    public static DoubleResponse Written(
        int status, string verb, ObjectDefinition type, IReadOnlyList<RowVersion> rows, bool many, TwentyOptions options) =>
        Answer(status, json =>
        {
            json.WriteStartObject("data");
            json.WritePropertyName(many && verb == "create" && options.BatchKeyPlural
                ? type.Plural
                : verb + (many ? type.PluralCapital : type.SingularCapital));
            if (many)
                RecordJson.WriteAll(json, type, rows, options.EmptyText);
            else
                RecordJson.Write(json, type, rows[0], options.EmptyText);
            json.WriteEndObject();
        });

    public static DoubleResponse Deleted(ObjectDefinition type, List<Row> rows, bool many) => Answer(200, json =>
    {
        json.WriteStartObject("data");
        json.WritePropertyName("delete" + (many ? type.PluralCapital : type.SingularCapital));
        if (many)
            json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteEndObject();
        }

        if (many)
            json.WriteEndArray();
        json.WriteEndObject();
    });

    private static DoubleResponse Answer(int status, Action<Utf8JsonWriter> write) => DoubleResponse.OfJson(status, JsonText.Write(json =>
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }));
}
