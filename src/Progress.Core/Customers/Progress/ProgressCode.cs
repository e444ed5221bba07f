using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Progress.Customers;

/// <summary>Codes of progress records: <c>PROG_0001</c>, past four digits <c>PROG_12345</c>; <c>PROG_?7</c> while provisional.</summary>
internal readonly record struct ProgressCode(long Number, bool IsProvisional)
{
    /// <summary>What a code may look like, for messages.</summary>
    public const string Allowed = "PROG_ and a number of at least four digits, e.g. PROG_0001, or PROG_?7";

    private const string Prefix = "PROG_";
    private const char Mark = '?';

    /// <summary>The code of a record: its number, and until it has one, its provisional number.</summary>
    public static string Of(long? number, long? provisional) =>
        number is { } final ? new ProgressCode(final, IsProvisional: false).ToString() : new ProgressCode(provisional ?? 0, IsProvisional: true).ToString();

    public static bool TryParse(string text, [NotNullWhen(true)] out ProgressCode? code)
    {
        code = null;
        if (!text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return false;
        var digits = text.AsSpan(Prefix.Length);
        var provisional = digits.StartsWith([Mark]);
        if (provisional) digits = digits[1..];
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        code = new ProgressCode(number, provisional);
        return true;
    }

    public override string ToString() => IsProvisional
        ? string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Mark}{Number}")
        : string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Number:D4}");
}
