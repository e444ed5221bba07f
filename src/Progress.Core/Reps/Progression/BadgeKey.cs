namespace Progress.Reps;

/// <summary>How badges stand in the ledger: <c>badge:opener_elite.bronze</c>, or without a tier where another system gave none.</summary>
internal static class BadgeKey
{
    public const string Prefix = "badge:";

    /// <summary>The first key after all badges.</summary>
    public const string End = "badge;";

    public static string Name(string badge, string tier) => $"{badge}.{tier}";

    public static string Of(string name) => Prefix + name;

    /// <summary>The badge of a tier's name.</summary>
    public static string Badge(string name) => name.IndexOf('.') is > 0 and var dot ? name[..dot] : name;
}
