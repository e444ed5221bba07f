namespace Progress.Reps;

/// <summary>Everything about one rep that progression is a function of.</summary>
/// <param name="Rep">The rep.</param>
/// <param name="Days">What each day counts.</param>
/// <param name="Achievements">Training.</param>
/// <param name="Cadences">Leads with cadences.</param>
/// <param name="DayAwards">Awards of days that were granted.</param>
/// <param name="Badges">Badge tiers that our rules awarded here, with their days.</param>
/// <param name="GivenBadges">Badges from elsewhere: they count, and pay nothing of ours.</param>
/// <param name="Promotions">Ranks reached.</param>
internal sealed record RepHistory(
    RepEntry Rep,
    DayTable Days,
    IReadOnlyList<AchievementFact> Achievements,
    IReadOnlyList<CadenceLead> Cadences,
    IReadOnlyDictionary<int, (int FirstDial, int Streak)> DayAwards,
    IReadOnlyDictionary<string, int> Badges,
    IReadOnlyDictionary<string, int> GivenBadges,
    IReadOnlyList<PromotionFact> Promotions);

/// <summary>A lead's cadences: the local days on which one started, and on which one was completed, in order.</summary>
internal sealed record CadenceLead(string Lead, IReadOnlyList<int> Started, IReadOnlyList<int> Completed);

/// <summary>A rank reached.</summary>
internal sealed record PromotionFact(string Grade, int Day, long Rules, string Evidence);
