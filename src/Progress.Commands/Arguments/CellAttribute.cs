using System.Globalization;
using System.Management.Automation;

namespace Progress.Commands;

/// <summary>Takes a cell of a file: an empty one says nothing, and one that cannot be read is an error.</summary>
/// <remarks>
/// PowerShell by itself makes 0 of an empty cell, 2 of <c>1.5</c> and 94 of <c>0,94</c>, and of an optional column it leaves out without a word
/// what it cannot convert.
/// </remarks>
/// <param name="type">What the text is read as; text without it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CellAttribute(Type? type = null) : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            // A switch that is given nothing is on; a cell that is empty is not.
            null or "" when type == typeof(bool) => false,
            string text => string.IsNullOrWhiteSpace(text) ? null : Parse(text.Trim()),
            double number when type == typeof(int) && !double.IsInteger(number) => throw Refused(number, WholeNumber),
            _ => inputData,
        };

    private const string WholeNumber = "a whole number such as 3";

    private object Parse(string text)
    {
        if (type is null) return text;
        var (value, allowed) = type.IsEnum ? OneOf(Enum.GetNames(type), text) : Read(type, text, CultureInfo.InvariantCulture);
        return value ?? throw Refused(text, allowed);
    }

    private static (object? Value, string Allowed) Read(Type type, string text, CultureInfo plain) =>
        type == typeof(IsoTime) ? (IsoTime.TryParse(text, out var time) ? time : null, $"a time; allowed: {IsoTime.Allowed}, such as 2026-09-30T14:05")
        : type == typeof(int) ? (int.TryParse(text, NumberStyles.AllowLeadingSign, plain, out var whole) ? whole : null, WholeNumber)
        : type == typeof(double) ? (double.TryParse(text, NumberStyles.Float, plain, out var number) ? number : null, "a number such as 0.85")
        : type == typeof(bool) ? (bool.TryParse(text, out var flag) ? flag : null, "true or false")
        : type == typeof(Guid) ? (Guid.TryParse(text, out var id) ? id : null, "a UUID")
        : throw new NotSupportedException($"No cell is read as {type}.");

    private static (object?, string) OneOf(string[] names, string text) =>
        (names.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)), $"one of {string.Join(", ", names)}");

    private static ArgumentTransformationMetadataException Refused(object cell, string allowed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"'{cell}' is not {allowed}."));
}
