namespace Progress.Doubles.Airtable;

/// <summary>A field as a person adds it in the user interface, also of types that the API does not create.</summary>
/// <param name="Options">As the API takes them, where the type has some: an object that can be written as JSON.</param>
public sealed record ByHandField(string Name, string Type, object? Options = null)
{
    internal string? FormulaText { get; private init; }

    internal string? ResultType { get; private init; }

    internal (string Link, string? Field, string? Aggregation, string? Where)? Rolls { get; private init; }

    internal string? LinkedTable { get; private init; }

    public static ByHandField Text(string name) => new(name, FieldTypes.SingleLineText);

    public static ByHandField Number(string name, int precision = 0) => new(name, FieldTypes.Number, new { precision });

    public static ByHandField Date(string name) => new(name, FieldTypes.Date, new { dateFormat = new { name = "iso" } });

    public static ByHandField Select(string name, params string[] choices) => new(name, FieldTypes.SingleSelect, Choices(choices));

    public static ByHandField MultipleSelects(string name, params string[] choices) => new(name, FieldTypes.MultipleSelects, Choices(choices));

    /// <param name="table">The name or id of a table of the same base.</param>
    public static ByHandField Link(string name, string table) => new(name, FieldTypes.Links) { LinkedTable = table };

    public static ByHandField AutoNumber(string name) => new(name, FieldTypes.AutoNumber);

    /// <param name="dateOnly">Shows the day only, as a person can set it.</param>
    public static ByHandField CreatedTime(string name, bool dateOnly = false) =>
        new(name, FieldTypes.CreatedTime) { ResultType = dateOnly ? FieldTypes.Date : FieldTypes.DateTime };

    /// <param name="dateOnly">Shows the day only, as a person can set it.</param>
    public static ByHandField LastModifiedTime(string name, bool dateOnly = false) =>
        new(name, FieldTypes.LastModifiedTime) { ResultType = dateOnly ? FieldTypes.Date : FieldTypes.DateTime };

    /// <param name="resultType">Of what it gives; by default what the formula says.</param>
    public static ByHandField Formula(string name, string formula, string? resultType = null) =>
        new(name, FieldTypes.Formula) { FormulaText = formula, ResultType = resultType };

    /// <param name="link">The link field of the same table.</param>
    /// <param name="field">The field of the linked table.</param>
    /// <param name="aggregation">COUNTA(values), COUNT(values), COUNTALL(values), SUM(values), MAX(values), MIN(values), ARRAYJOIN(values).</param>
    /// <param name="where">A formula over the linked table: which linked records count.</param>
    public static ByHandField Rollup(string name, string link, string field, string aggregation, string? where = null) =>
        new(name, FieldTypes.Rollup) { Rolls = (link, field, aggregation, where) };

    public static ByHandField Lookup(string name, string link, string field) =>
        new(name, FieldTypes.Lookup) { Rolls = (link, field, null, null) };

    public static ByHandField Count(string name, string link, string? where = null) =>
        new(name, FieldTypes.Count) { Rolls = (link, null, null, where) };

    private static object Choices(string[] names) => new { choices = names.Select(name => new { name }) };
}
