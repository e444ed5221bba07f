using System.Globalization;

namespace Progress.Doubles.Airtable;

/// <summary>A cell as text: what an upsert compares, and what cellFormat=string shows.</summary>
internal static class CellText
{
    public static string Of(object? value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Choice choice => choice.Name,
        List<Choice> choices => string.Join(", ", choices.Select(choice => choice.Name)),
        bool flag => flag ? "checked" : "",
        _ => FormulaValues.Text(FormulaValues.Of(value)),
    };
}
