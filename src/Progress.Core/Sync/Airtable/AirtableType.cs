namespace Progress.Sync.Airtable;

/// <summary>Types of fields, as the API names them.</summary>
internal static class AirtableType
{
    public const string Text = "singleLineText", LongText = "multilineText", Number = "number", Date = "date", Select = "singleSelect",
        Selects = "multipleSelects", Link = "multipleRecordLinks", Formula = "formula", RollUp = "rollup", Count = "count", Percent = "percent",
        AutoNumber = "autoNumber", CreatedTime = "createdTime", ModifiedTime = "lastModifiedTime";

    /// <summary>Whether values of such a field are Airtable's own: a request that writes one is refused.</summary>
    public static bool IsComputed(string type) => type is
        Formula or RollUp or Count or AutoNumber or CreatedTime or ModifiedTime or "multipleLookupValues" or "createdBy" or "lastModifiedBy" or "button"
        or "aiText" or "externalSyncSource";

    /// <summary>Whether the API refuses to make such a field, so that a person must.</summary>
    public static bool IsByHand(string type) => IsComputed(type) && type != Formula;

    /// <summary>Whether the field has options to choose from.</summary>
    public static bool IsSelect(string type) => type is Select or Selects;
}
