namespace Progress.Reps;

/// <summary>Everything about one rep that progression is a function of.</summary>
internal sealed record RepHistory(
    RepEntry Rep,
    DayTable Days,
    IReadOnlyList<AchievementFact> Achievements,
    IReadOnlyList<CadenceLead> Cadences,
    IReadOnlyDictionary<int, (int FirstDial, int Streak)> DayAwards,
    IReadOnlyDictionary<string, int> Badges,
    IReadOnlyList<PromotionFact> Promotions);

/// <summary>A lead's cadences: the local days on which one started, and on which one was completed, in order.</summary>
internal sealed record CadenceLead(string Lead, IReadOnlyList<int> Started, IReadOnlyList<int> Completed);

/// <summary>A rank reached.</summary>
internal sealed record PromotionFact(string Grade, int Day, long Rules, string Evidence);
