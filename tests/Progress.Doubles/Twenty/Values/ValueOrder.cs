namespace Progress.Doubles;

/// <summary>The order of values of one type, as the database has it.</summary>
internal static class ValueOrder
{
    public static int Compare(object left, object right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (double a, double b) => a.CompareTo(b),
        (DateTime a, DateTime b) => a.CompareTo(b),
        (Guid a, Guid b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        _ => string.CompareOrdinal(left.ToString(), right.ToString()),
    };
}
