using System.Buffers;
using System.Globalization;

namespace Progress.Customers;

/// <summary>Reads the fields of one item as they are kept, and notes the first that cannot be used. Empty text is no text.</summary>
internal sealed class FieldCheck
{
    /// <summary>Most characters of a text on one line; more is a file in the wrong field.</summary>
    public const int MaxLine = 1_000;

    /// <summary>Most characters of notes: what Airtable takes in a long text.</summary>
    public const int MaxNotes = 100_000;

    private static readonly string Controls = string.Concat(Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl));
    private static readonly SearchValues<char> NotOnALine = SearchValues.Create(Controls + "\u2028\u2029");
    private static readonly SearchValues<char> NotInNotes = SearchValues.Create(Controls.Replace("\r", "").Replace("\n", "").Replace("\t", ""));
    private const int LeastImpact = 1, MostImpact = 10;
    private const int FirstYear = 1900, LastYear = 2199;
    public const string AllowedImpact = "a whole number from 1 to 10";
    private const string AllowedDay = "a date as yyyy-MM-dd, from 1900 to 2199, e.g. 2026-09-30";

    /// <summary>The first field that cannot be used.</summary>
    public FieldFault? Fault { get; private set; }

    public void ThrowIfAny()
    {
        if (Fault is { } fault) throw fault.ToException();
    }

    /// <summary>Notes a fault of a field.</summary>
    public void Note(FieldFault fault) => Fault ??= fault;

    /// <summary>A text on one line, without white space around it.</summary>
    public string? Line(string field, string? text)
    {
        text = Trimmed(text);
        if (text is null) return null;
        if (text.Length > MaxLine || text.AsSpan().ContainsAny(NotOnALine) || HasHalf(text))
            Note(new FieldFault("InvalidText", field, Visible(text), FormattableString.Invariant($"text on one line of up to {MaxLine:N0} characters"))
            {
                Reason = text.Length > MaxLine ? Length(text) : "it has a line break, a control character or half a character",
            });
        return text;
    }

    /// <summary>Text of several lines, as it is.</summary>
    public string? Notes(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > MaxNotes || text.AsSpan().ContainsAny(NotInNotes) || HasHalf(text))
            Note(new FieldFault("InvalidText", field, Visible(text), FormattableString.Invariant($"text of up to {MaxNotes:N0} characters"))
            {
                Reason = text.Length > MaxNotes ? Length(text) : "it has a control character or half a character",
            });
        return text;
    }

    public string? Option(OptionSet options, string? text, string? field = null)
    {
        text = Trimmed(text);
        if (text is null) return null;
        if (options.TryParse(text, out var value)) return value;
        Note(new FieldFault("InvalidOption", field ?? options.Field, Visible(text), options.Allowed));
        return null;
    }

    /// <summary>The id of a customer who may not be there yet.</summary>
    public string? CustomerId(string? text)
    {
        text = Trimmed(text);
        if (text is null || !Customers.CustomerId.IsValid(text))
            Note(new FieldFault("InvalidCustomerId", "CustomerId", Visible(text ?? ""), Customers.CustomerId.Allowed));
        return text;
    }

    public int? Impact(int? impact)
    {
        if (impact is < LeastImpact or > MostImpact)
            Note(new FieldFault("InvalidImpact", "CompetencyImpact", impact.Value.ToString(CultureInfo.InvariantCulture), AllowedImpact));
        return impact;
    }

    public int? Impact(string? text)
    {
        text = Trimmed(text);
        if (text is null) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var impact)) return Impact(impact);
        Note(new FieldFault("InvalidImpact", "CompetencyImpact", Visible(text), AllowedImpact));
        return null;
    }

    public DateOnly? Day(string field, DateOnly? day)
    {
        if (day is { Year: < FirstYear or > LastYear }) Note(new FieldFault("InvalidDate", field, IsoText.Day(day.Value), AllowedDay));
        return day;
    }

    public DateOnly? Day(string field, string? text)
    {
        text = Trimmed(text);
        if (text is null) return null;
        if (IsoTime.TryParse(text, out var time) && time.IsDate) return DateOnly.FromDateTime(time.Value);
        Note(new FieldFault("InvalidDate", field, Visible(text), AllowedDay));
        return null;
    }

    public Guid? Key(string field, string? text)
    {
        text = Trimmed(text);
        if (text is null) return null;
        if (Guid.TryParseExact(text, "D", out var key) && key != Guid.Empty) return key;
        Note(new FieldFault("InvalidSyncKey", field, Visible(text), "a UUID, e.g. 6f9e3a52-7c1d-4f0b-9a64-0d2c8e41b7aa"));
        return null;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Length(string text) => FormattableString.Invariant($"it has {text.Length:N0} characters");

    /// <summary>A text as a message can show it.</summary>
    private static string Visible(string text) =>
        string.Concat(text[..Math.Min(text.Length, FieldFault.ValueShown + 1)].Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));

    private static bool HasHalf(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var i = first < 0 ? text.Length : first; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && (!char.IsHighSurrogate(text[i]) || ++i == text.Length || !char.IsLowSurrogate(text[i]))) return true;
        return false;
    }
}
