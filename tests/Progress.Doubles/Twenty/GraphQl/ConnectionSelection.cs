using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The parts of a connection that were asked for.</summary>
internal static class ConnectionSelection
{
    private static readonly string[] PageInfo = ["hasNextPage", "hasPreviousPage", "startCursor", "endCursor", "__typename"];

    public static void Check(ObjectDefinition type, Selection owner)
    {
        foreach (var selection in RecordSelection.Required(owner, $"{type.SingularCapital}Connection"))
            switch (selection.Name)
            {
                case "edges":
                    CheckEdges(type, selection);
                    break;
                case "pageInfo":
                    Known(RecordSelection.Required(selection, "PageInfo"), PageInfo, "PageInfo");
                    break;
                case "totalCount" or "__typename":
                    RecordSelection.None(selection, "Int");
                    break;
                default:
                    throw Unknown(selection, $"{type.SingularCapital}Connection");
            }
    }

    public static void Write(
        Utf8JsonWriter json, ObjectDefinition type, Page page, RecordOrder order, List<Selection> selections, TwentyOptions options)
    {
        json.WriteStartObject();
        foreach (var selection in selections)
        {
            json.WritePropertyName(selection.Alias);
            switch (selection.Name)
            {
                case "edges":
                    WriteEdges(json, type, page, order, selection.Selections!, options);
                    break;
                case "pageInfo":
                    WritePageInfo(json, page, selection.Selections!);
                    break;
                case "totalCount" when options.TotalCountNull:
                    json.WriteNullValue();
                    break;
                case "totalCount":
                    json.WriteNumberValue(page.Total);
                    break;
                default:
                    json.WriteStringValue($"{type.SingularCapital}Connection");
                    break;
            }
        }

        json.WriteEndObject();
    }

    private static void CheckEdges(ObjectDefinition type, Selection edges)
    {
        foreach (var selection in RecordSelection.Required(edges, $"{type.SingularCapital}Edge"))
            if (selection.Name == "node")
                RecordSelection.Check(type, selection);
            else if (selection.Name is not ("cursor" or "__typename"))
                throw Unknown(selection, $"{type.SingularCapital}Edge");
    }

    private static void Known(List<Selection> selections, string[] names, string type)
    {
        if (selections.Find(selection => !names.Contains(selection.Name)) is { } unknown)
            throw Unknown(unknown, type);
    }

    private static ApiError Unknown(Selection selection, string type) =>
        ApiError.Invalid($"Cannot query field \"{selection.Name}\" on type \"{type}\".");

    private static void WriteEdges(
        Utf8JsonWriter json, ObjectDefinition type, Page page, RecordOrder order, List<Selection> selections, TwentyOptions options)
    {
        json.WriteStartArray();
        foreach (var row in page.Rows)
        {
            json.WriteStartObject();
            foreach (var selection in selections)
            {
                json.WritePropertyName(selection.Alias);
                if (selection.Name == "node")
                    RecordSelection.Write(json, type, row, selection.Selections!, options.EmptyText);
                else
                    json.WriteStringValue(selection.Name == "cursor" ? Cursor.Of(row, order) : $"{type.SingularCapital}Edge");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePageInfo(Utf8JsonWriter json, Page page, List<Selection> selections)
    {
        json.WriteStartObject();
        foreach (var selection in selections)
            switch (selection.Name)
            {
                case "hasNextPage": json.WriteBoolean(selection.Alias, page.HasNext); break;
                case "hasPreviousPage": json.WriteBoolean(selection.Alias, page.HasPrevious); break;
                case "startCursor": json.WriteString(selection.Alias, page.Start); break;
                case "endCursor": json.WriteString(selection.Alias, page.End); break;
                default: json.WriteString(selection.Alias, "PageInfo"); break;
            }

        json.WriteEndObject();
    }
}
