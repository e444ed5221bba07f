using System.Text.Json;

namespace Progress.Doubles;

/// <summary>One key of an order.</summary>
internal sealed record OrderKey(Column Column, int Part, FieldType Type, bool Descending, bool NullsFirst)
{
    public string Path => Part < 0 ? Column.Name : $"{Column.Name}.{Composite.Of(Column.Type)[Part].Name}";

    public object? Of(RowVersion row) => Part < 0 ? row[Column.Index] : (row[Column.Index] as object?[])?[Part];

    public int Compare(object? left, object? right)
    {
        if (left is null || right is null)
            return (left is null, right is null) switch
            {
                (true, true) => 0,
                (true, false) => NullsFirst ? -1 : 1,
                _ => NullsFirst ? 1 : -1,
            };
        var order = ValueOrder.Compare(left, right);
        return Descending ? -order : order;
    }
}

/// <summary>The order of a list; the id decides where the keys do not.</summary>
internal sealed class RecordOrder(OrderKey[] keys) : IComparer<RowVersion>
{
    public static readonly string[] Directions = ["AscNullsFirst", "AscNullsLast", "DescNullsFirst", "DescNullsLast"];

    public OrderKey[] Keys => keys;

    public static RecordOrder ById { get; } = new([]);

    public static RecordOrder OfRest(string text, ObjectDefinition type)
    {
        var binder = new FilterBinder(type, new TwentyOptions());
        return new RecordOrder([.. text.Split(',').Select(item => OfRest(item, binder))]);
    }

    /// <param name="json">A list of {field: direction} or {field: {part: direction}}.</param>
    public static RecordOrder OfGraphQl(JsonElement? json, ObjectDefinition type)
    {
        if (json is not { } order || order.ValueKind == JsonValueKind.Null)
            return ById;
        var binder = new FilterBinder(type, new TwentyOptions());
        var items = order.ValueKind == JsonValueKind.Array ? order.EnumerateArray() : Enumerable.Repeat(order, 1);
        return new RecordOrder([.. items.SelectMany(item => item.EnumerateObject()).Select(item =>
            item.Value.ValueKind == JsonValueKind.Object
                ? Key(binder, item.Name, item.Value.EnumerateObject().First().Name, item.Value.EnumerateObject().First().Value.ToString())
                : Key(binder, item.Name, null, item.Value.ToString()))]);
    }

    public int Compare(RowVersion? left, RowVersion? right)
    {
        foreach (var key in keys)
            if (key.Compare(key.Of(left!), key.Of(right!)) is var order && order != 0)
                return order;
        return ((Guid)left![ObjectDefinition.Id]!).CompareTo((Guid)right![ObjectDefinition.Id]!);
    }

    public int CompareTo(RowVersion row, Cursor cursor)
    {
        for (var i = 0; i < keys.Length; i++)
            if (keys[i].Compare(keys[i].Of(row), cursor.Values[i]) is var order && order != 0)
                return order;
        return ((Guid)row[ObjectDefinition.Id]!).CompareTo(cursor.Id);
    }

    private static OrderKey OfRest(string item, FilterBinder binder)
    {
        var bracket = item.IndexOf('[');
        var direction = bracket < 0 ? Directions[0] : item[(bracket + 1)..].TrimEnd(']');
        var path = (bracket < 0 ? item : item[..bracket]).Split('.');
        return Key(binder, path[0], path.Length > 1 ? path[1] : null, direction);
    }

    private static OrderKey Key(FilterBinder binder, string field, string? sub, string direction)
    {
        var column = binder.Column(field);
        if (!Directions.Contains(direction))
            throw ApiError.Bad($"'order_by' direction '{direction}' invalid. Allowed values are '{string.Join("', '", Directions)}'. eg: ?order_by=field_1[AscNullsFirst],field_2[DescNullsLast],field_3");
        var (part, type) = FilterBinder.Part(column, sub);
        return new OrderKey(column, part, type,
            direction.StartsWith("Desc", StringComparison.Ordinal), direction.EndsWith("First", StringComparison.Ordinal));
    }
}
