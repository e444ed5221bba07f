using System.Globalization;
using System.Text.RegularExpressions;

namespace Progress.Sync.Airtable;

/// <summary>Filters of our own reads; never an empty one, which would mean all records.</summary>
internal static partial class RecordFilter
{
    /// <summary>Records whose field is one of the keys, and those that a key names by their id.</summary>
    /// <exception cref="ArgumentException">There are no keys.</exception>
    public static string In(RemoteField field, IReadOnlyCollection<string> keys) =>
        FormulaText.Or([.. keys.Select(k => FormulaText.Equal(field.Title!, k)), .. keys.Where(IsId).Select(Id)]);

    /// <summary>One record by its id.</summary>
    public static string Id(string id) => $"RECORD_ID() = {FormulaText.Text(id)}";

    /// <summary>Records that were made or changed after a time.</summary>
    public static string After(DateTime time)
    {
        var since = $"DATETIME_PARSE({FormulaText.Text(Iso(time))})";
        // nobody knows what the second says of a record that was never changed
        return FormulaText.Or([$"IS_AFTER(CREATED_TIME(), {since})", $"IS_AFTER(LAST_MODIFIED_TIME(), {since})"]);
    }

    /// <summary>A time as Airtable writes it.</summary>
    public static string Iso(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether a text is the id of a record.</summary>
    public static bool IsId(string text) => RecordId().IsMatch(text);

    [GeneratedRegex(@"^rec[A-Za-z0-9]{14}\z")]
    private static partial Regex RecordId();
}
