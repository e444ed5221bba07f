namespace Progress.Doubles.Airtable;

/// <summary>Ids of seventeen characters: three that say of what, then letters and digits.</summary>
internal sealed class IdSource(Random random)
{
    private const int Length = 14;
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public string Next(string prefix) => prefix + random.GetString(Characters, Length);

    public static bool Is(string prefix, string text) =>
        text.Length == prefix.Length + Length && text.StartsWith(prefix, StringComparison.Ordinal)
        && text.AsSpan(prefix.Length).ContainsAnyExcept(Characters) is false;
}
