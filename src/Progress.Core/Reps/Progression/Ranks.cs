namespace Progress.Reps;

/// <summary>The order of ranks, and where a rep stands in it.</summary>
internal static class Ranks
{
    /// <summary>The highest rank reached by a day; a rank once reached stays reached.</summary>
    public static RankRule Reached(RuleSet rules, IEnumerable<PromotionFact> promotions, int day)
    {
        var index = 0;
        foreach (var promotion in promotions)
            if (promotion.Day <= day) index = Math.Max(index, IndexOf(rules, promotion.Grade));
        return rules.Ranks[index];
    }

    /// <summary>The rank after this one, or null after the last.</summary>
    public static RankRule? Next(RuleSet rules, RankRule rank)
    {
        var index = IndexOf(rules, rank.Grade) + 1;
        return index < rules.Ranks.Count ? rules.Ranks[index] : null;
    }

    /// <summary>The rank that a grade or an older system's id means, or null: <c>E-4</c>, <c>operative</c>, <c>senior</c>.</summary>
    public static RankRule? Find(RuleSet rules, string text) =>
        rules.Ranks.FirstOrDefault(r =>
            r.Grade.Equals(text, StringComparison.OrdinalIgnoreCase)
            || r.Id.Equals(text, StringComparison.OrdinalIgnoreCase)
            || (r.Aliases ?? []).Contains(text, StringComparer.OrdinalIgnoreCase));

    // A grade that newer rules no longer have counts as the first.
    private static int IndexOf(RuleSet rules, string grade)
    {
        for (var i = 0; i < rules.Ranks.Count; i++)
            if (rules.Ranks[i].Grade == grade) return i;
        return 0;
    }
}
