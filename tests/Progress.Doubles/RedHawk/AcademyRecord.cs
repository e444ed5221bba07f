namespace Progress.Doubles;

internal sealed record Certification(string ExamType, double Score, bool Passed, DateTimeOffset CompletedAt, string? Badge);

/// <param name="Outcome">won, lost or abandoned: not the words of the request.</param>
internal sealed record Battle(string Id, string Persona, int Level, string Outcome, double Score, int XpAwarded, DateTimeOffset CompletedAt);

/// <summary>What the academy remembers of one of its users until it restarts.</summary>
internal sealed class AcademyRecord
{
    private const int KeptBattles = 50;

    private static readonly (string Rank, int Xp, int Modules)[] Ranks =
    [
        ("sdr_1", 0, 0), ("sdr_2", 500, 2), ("sdr_3", 1500, 4), ("operative", 3000, 6), ("senior", 8000, 7),
        ("team_lead", 15_000, 7), ("manager", 30_000, 7),
    ];

    /// <summary>The academy's own counter, apart from the total in Twenty.</summary>
    public int Xp { get; set; }

    public List<string> Modules { get; } = [];

    public List<Certification> Certifications { get; } = [];

    /// <summary>Newest first.</summary>
    public List<Battle> Battles { get; } = [];

    public int Wins { get; private set; }

    public int Losses { get; private set; }

    public int Abandoned { get; private set; }

    public string Rank => Ranks.Last(rank =>
        Xp >= rank.Xp && Enumerable.Range(0, rank.Modules).All(number => Modules.Contains($"module_{number}"))).Rank;

    public void Add(Battle battle)
    {
        Battles.Insert(0, battle);
        if (Battles.Count > KeptBattles)
            Battles.RemoveAt(KeptBattles);
        Wins += battle.Outcome == "won" ? 1 : 0;
        Losses += battle.Outcome == "lost" ? 1 : 0;
        Abandoned += battle.Outcome == "abandoned" ? 1 : 0;
        Xp += battle.XpAwarded;
    }
}
