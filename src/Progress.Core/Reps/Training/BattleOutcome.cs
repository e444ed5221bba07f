namespace Progress.Reps;

/// <summary>How battles end; the academy says won, lost and abandoned for the same.</summary>
internal static class BattleOutcome
{
    public const string Win = "win";
    public const string Lose = "lose";
    public const string Abandon = "abandon";

    public static string? Normalize(string? text) =>
        text?.Trim().ToLowerInvariant() switch
        {
            "win" or "won" => Win,
            "lose" or "lost" => Lose,
            "abandon" or "abandoned" => Abandon,
            _ => null,
        };
}
