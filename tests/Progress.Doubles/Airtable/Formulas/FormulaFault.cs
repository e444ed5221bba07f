namespace Progress.Doubles.Airtable;

/// <summary>What is wrong with a formula.</summary>
internal static class FormulaFault
{
    private const string Type = "INVALID_FILTER_BY_FORMULA";
    private const string Start = "The formula for filtering records is invalid: ";

    public static AirtableError Invalid() => new(422, Type, $"{Start}Invalid formula. Please check your formula text.");

    /// <summary>The service says the names in lower case.</summary>
    public static AirtableError UnknownFields(IEnumerable<string> names) =>
        new(422, Type, $"{Start}Unknown field names: {string.Join(", ", names).ToLowerInvariant()}");
}
