namespace Progress.Doubles;

/// <summary>What people and end-to-end tests do to a double, apart from the imitated API.</summary>
internal static class ControlPath
{
    public const string Prefix = "/_double/";
}
