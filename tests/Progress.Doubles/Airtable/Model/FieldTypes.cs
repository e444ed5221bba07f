namespace Progress.Doubles.Airtable;

/// <summary>The types of fields as the API names them.</summary>
internal static class FieldTypes
{
    public const string SingleLineText = "singleLineText";
    public const string MultilineText = "multilineText";
    public const string RichText = "richText";
    public const string Number = "number";
    public const string Percent = "percent";
    public const string Checkbox = "checkbox";
    public const string Date = "date";
    public const string DateTime = "dateTime";
    public const string SingleSelect = "singleSelect";
    public const string MultipleSelects = "multipleSelects";
    public const string Links = "multipleRecordLinks";
    public const string Formula = "formula";
    public const string Rollup = "rollup";
    public const string Lookup = "multipleLookupValues";
    public const string Count = "count";
    public const string AutoNumber = "autoNumber";
    public const string CreatedTime = "createdTime";
    public const string LastModifiedTime = "lastModifiedTime";

    private static readonly HashSet<string> Texts =
        [SingleLineText, MultilineText, RichText, "email", "url", "phoneNumber"];

    private static readonly HashSet<string> Numbers = [Number, Percent, "currency", "duration", "rating"];

    private static readonly HashSet<string> Computed =
    [
        Formula, Rollup, Lookup, Count, AutoNumber, CreatedTime, LastModifiedTime, "createdBy", "lastModifiedBy", "button", "aiText",
        "externalSyncSource",
    ];

    private static readonly HashSet<string> Others =
    [
        Checkbox, Date, DateTime, SingleSelect, MultipleSelects, Links, "barcode", "singleCollaborator", "multipleCollaborators",
        "multipleAttachments",
    ];

    private static readonly HashSet<string> Primary =
    [
        SingleLineText, MultilineText, Date, DateTime, "phoneNumber", "email", "url", Number, "currency", Percent, "duration", Formula,
        AutoNumber, "barcode",
    ];

    private static readonly HashSet<string> MergeKeys =
        [Number, SingleLineText, MultilineText, SingleSelect, MultipleSelects, Date];

    public static bool IsText(string type) => Texts.Contains(type);

    public static bool IsNumber(string type) => Numbers.Contains(type);

    public static bool IsComputed(string type) => Computed.Contains(type);

    public static bool IsKnown(string type) => IsText(type) || IsNumber(type) || IsComputed(type) || Others.Contains(type);

    /// <summary>Of a table's first field.</summary>
    public static bool CanBePrimary(string type) => Primary.Contains(type);

    /// <summary>Types on which an upsert can match.</summary>
    public static bool CanBeMergedOn(string type) => MergeKeys.Contains(type);
}
