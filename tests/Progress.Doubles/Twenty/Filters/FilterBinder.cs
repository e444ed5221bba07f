namespace Progress.Doubles;

/// <summary>Names of a filter bound to the columns of an object.</summary>
internal sealed class FilterBinder(ObjectDefinition type, TwentyOptions options)
{
    public bool MentionsTrash { get; private set; }

    public ObjectDefinition Type => type;

    public Column Column(string name) => type.Find(name)
        ?? throw ApiError.Bad($"Object {type.Singular} doesn't have any \"{name}\" field.");

    public static (int Part, FieldType Type) Part(Column column, string? sub)
    {
        if (!Composite.Is(column.Type))
            return sub is null ? (-1, column.Type) : throw ApiError.Bad($"Field \"{column.Name}\" has no sub field \"{sub}\".");
        if (sub is null)
            throw ApiError.Bad($"Field \"{column.Name}\" is of composite type {column.Type}: name one of its sub fields.");
        var part = Composite.Find(column.Type, sub);
        return part < 0
            ? throw ApiError.Bad($"Sub field \"{sub}\" not found for composite type: {column.Type}")
            : (part, Composite.Of(column.Type)[part].Type);
    }

    public Comparison Compare(Column column, int part, FieldType valueType, string name, IOperand operand)
    {
        Operators.Check(column.Name, valueType, name);
        if (column.Index == ObjectDefinition.DeletedAt)
            MentionsTrash = true;
        return new Comparison(column, part, Test(valueType, name, operand))
        {
            Ids = column.Index != ObjectDefinition.Id ? null
                : name == "eq" ? [.. new[] { operand.Value() }.OfType<Guid>()]
                : name == "in" ? [.. operand.Values().OfType<Guid>().Distinct()]
                : null,
        };
    }

    private Func<object?, bool?> Test(FieldType valueType, string name, IOperand operand) => name switch
    {
        "is" => ValueTests.Is(valueType, operand.IsNull()),
        "in" => ValueTests.In([.. operand.Values().Where(value => value is not null).Select(value => value!)]),
        "containsAny" => ValueTests.ContainsAny([.. operand.Values().OfType<string>()], negated: false),
        "contains" => ValueTests.ContainsAll([.. operand.Values().OfType<string>()]),
        "notContains" => ValueTests.ContainsAny([.. operand.Values().OfType<string>()], negated: true),
        _ => operand.Value() switch
        {
            null => _ => null,
            DateTime time => ValueTests.Time(name, time, Unit),
            { } value => One(name, value),
        },
    };

    private TimeSpan Unit => options.DateTimeGranularity == DateTimeGranularity.Ms
        ? TimeSpan.FromMilliseconds(1)
        : TimeSpan.Zero;

    private static Func<object?, bool?> One(string name, object value) => name switch
    {
        "eq" => ValueTests.Equal(value, negated: false),
        "neq" => ValueTests.Equal(value, negated: true),
        "like" => ValueTests.Like((string)value, ignoreCase: false),
        "ilike" => ValueTests.Like((string)value, ignoreCase: true),
        "search" => ValueTests.Like($"%{value}%", ignoreCase: true),
        "startsWith" => ValueTests.Prefix((string)value),
        "endsWith" => ValueTests.Suffix((string)value),
        _ => ValueTests.Ordered(name, value),
    };
}
