using System.Text.RegularExpressions;

namespace Progress.Customers;

/// <summary>What a customer's id may be: it is named in formulas, file names and commands.</summary>
internal static partial class CustomerId
{
    public const string Allowed = "1 to 64 letters, digits, _, - and ., e.g. CUST_02";

    public static bool IsValid(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
