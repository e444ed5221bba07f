namespace Progress.Doubles;

/// <summary>A part of a composite field.</summary>
internal sealed record SubField(string Name, FieldType Type, bool IsWritable = true);

/// <summary>Field types that are made of parts.</summary>
internal static class Composite
{
    private static readonly Dictionary<FieldType, SubField[]> Parts = new()
    {
        [FieldType.FULL_NAME] = [Text("firstName"), Text("lastName")],
        [FieldType.RICH_TEXT] = [Text("blocknote"), Text("markdown")],
        [FieldType.RICH_TEXT_V2] = [Text("blocknote"), Text("markdown")],
        [FieldType.ACTOR] =
        [
            new("source", FieldType.SELECT), new("workspaceMemberId", FieldType.UUID, IsWritable: false),
            new("name", FieldType.TEXT, IsWritable: false), new("context", FieldType.RAW_JSON),
        ],
        [FieldType.EMAILS] = [Text("primaryEmail"), new("additionalEmails", FieldType.RAW_JSON)],
        [FieldType.PHONES] =
        [
            Text("primaryPhoneNumber"), Text("primaryPhoneCountryCode"), Text("primaryPhoneCallingCode"),
            new("additionalPhones", FieldType.RAW_JSON),
        ],
        [FieldType.LINKS] =
            [Text("primaryLinkLabel"), Text("primaryLinkUrl"), new("secondaryLinks", FieldType.RAW_JSON)],
        [FieldType.CURRENCY] = [new("amountMicros", FieldType.NUMBER), Text("currencyCode")],
        [FieldType.ADDRESS] =
        [
            Text("addressStreet1"), Text("addressStreet2"), Text("addressCity"), Text("addressPostcode"),
            Text("addressState"), Text("addressCountry"), new("addressLat", FieldType.NUMBER),
            new("addressLng", FieldType.NUMBER),
        ],
    };

    public static bool Is(FieldType type) => Parts.ContainsKey(type);

    public static SubField[] Of(FieldType type) => Parts[type];

    /// <summary>-1 where the type has no such part.</summary>
    public static int Find(FieldType type, string part) => Array.FindIndex(Parts[type], sub => sub.Name == part);

    private static SubField Text(string name) => new(name, FieldType.TEXT);
}
