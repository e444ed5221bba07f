namespace Progress.Doubles.Airtable;

/// <summary>Formulas of fields.</summary>
internal static class FieldFormula
{
    public static FormulaText Parse(Table table, string text, AirtableSwitches switches)
    {
        try
        {
            return FormulaParser.Parse(text, new FieldNames(table, isFilter: false), switches);
        }
        catch (AirtableError error) when (error.Status == 422)
        {
            throw new AirtableError(422, "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE", $"Invalid formula: {error.Message}");
        }
    }

    public static string ResultType(Expression root) => root switch
    {
        Literal { Value: double } or Negation => FieldTypes.Number,
        Operation { Symbol: not "&" } => FieldTypes.Number,
        FunctionCall { Name: "CREATED_TIME" or "LAST_MODIFIED_TIME" or "NOW" or "TODAY" or "DATEADD" or "DATETIME_PARSE" } => FieldTypes.DateTime,
        FunctionCall { Name: "LEN" or "FIND" or "SEARCH" or "AND" or "OR" or "XOR" or "NOT" or "TRUE" or "FALSE" } => FieldTypes.Number,
        _ => FieldTypes.SingleLineText,
    };
}
