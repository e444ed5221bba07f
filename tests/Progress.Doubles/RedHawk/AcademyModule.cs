namespace Progress.Doubles;

/// <summary>A training module as the academy lists it.</summary>
internal sealed record AcademyModule(string Id, string Name, double PassScore, int XpReward, int QuestionCount, int TimeLimit)
{
    public static readonly AcademyModule[] All =
    [
        new("module_0", "Product Foundations", 0.80, 50, 15, 10),
        new("module_1", "Opener Mastery", 0.80, 50, 15, 10),
        new("module_2", "Timing Optimization", 0.80, 50, 15, 10),
        new("module_3", "Cadence Excellence", 0.80, 50, 15, 10),
        new("module_4", "Objection Exploration", 0.85, 75, 20, 15),
        new("module_5", "TCPA Compliance", 1.00, 100, 20, 15),
        new("module_6", "Full Framework Certification", 0.80, 300, 50, 30),
    ];

    /// <summary>What the academy adds in Twenty; unknown modules pay the default.</summary>
    public static int XpOf(string id) => Array.Find(All, module => module.Id == id)?.XpReward ?? 50;
}
