namespace Progress.Doubles.Airtable;

internal sealed record SortKey(Field Field, bool Descending);

/// <summary>A list that is asked for, over the fields that there are.</summary>
internal sealed record ListQuery(
    Table Table, RecordForm Form, FormulaText? Filter, IReadOnlyList<SortKey> Sort, View? View, int PageSize, int MaxRecords, string? Offset,
    string Signature)
{
    private const int MostOnPage = 100;

    public static ListQuery Of(Table table, ListParameters asked, AirtableSwitches switches)
    {
        if (asked.PageSize > MostOnPage)
            throw AirtableError.Unknown($"\"pageSize\" is at most {MostOnPage}.");
        return new ListQuery(
            table,
            FormOf(table, asked),
            asked.Filter is { Length: > 0 } filter ? FormulaParser.Parse(filter, new FieldNames(table, asked.ByFieldId), switches) : null,
            [.. asked.Sort.Select(sort => new SortKey(table.KnownField(sort.Field), IsDescending(sort.Direction)))],
            asked.View is { Length: > 0 } view ? Known(table, view) : null,
            asked.PageSize ?? MostOnPage,
            asked.MaxRecords ?? int.MaxValue,
            asked.Offset is { Length: > 0 } offset ? offset : null,
            asked.Signature);
    }

    public static RecordForm FormOf(Table table, ListParameters asked)
    {
        var asText = asked.CellFormat switch
        {
            null or "json" => false,
            "string" when asked.TimeZone is { Length: > 0 } && asked.UserLocale is { Length: > 0 } => true,
            "string" => throw AirtableError.Unknown("cellFormat=string needs timeZone and userLocale."),
            _ => throw AirtableError.Unknown("cellFormat is json or string."),
        };
        if (asked.Metadata.Any(item => item != "commentCount"))
            throw AirtableError.Unknown("recordMetadata is commentCount.");
        var fields = asked.Fields.Count == 0 ? null : asked.Fields.Select(table.KnownField).ToList();
        return new RecordForm(fields, asked.ByFieldId, asText, asked.Metadata.Count > 0);
    }

    /// <summary>Whether the view and the filter let the row through.</summary>
    public bool Matches(Record row, Call call) =>
        (View?.Filter is null || call.ScopeOf(row).Matches(View.Filter.Root)) && (Filter is null || call.ScopeOf(row).Matches(Filter.Root));

    private static bool IsDescending(string? direction) => direction switch
    {
        null or "asc" => false,
        "desc" => true,
        _ => throw AirtableError.Unknown("A direction is asc or desc."),
    };

    private static View Known(Table table, string key) => table.Views.Find(view => view.Id == key || view.Name == key)
        ?? throw new AirtableError(422, "VIEW_NAME_NOT_FOUND", $"View {key} not found");
}
