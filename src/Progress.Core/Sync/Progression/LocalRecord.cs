using System.Text.Json.Nodes;
using Progress.Reps;

namespace Progress.Sync;

/// <summary>A rep's record as this store would have it.</summary>
internal static class LocalRecord
{
    /// <param name="state">The rep, as of today.</param>
    /// <param name="local">What the ledger adds up to.</param>
    /// <param name="total">XP that the record will show.</param>
    public static JsonObject Of(RepState state, LocalFigures local, long total)
    {
        var (sets, rules) = (RepSets.Of(state), state.Rules.Set);
        var record = new JsonObject
        {
            [ProgressionFields.Name] = state.Rep.DisplayName,
            [ProgressionFields.Level] = Levels.Of(rules.Levels, total),
            [ProgressionFields.Rank] = state.Rank(state.Day).Grade,
            [ProgressionFields.Streak] = state.History.Days.StreakOn(state.Day),
            [ProgressionFields.Badges] = SetFormat.Ids.Write(sets.Badges),
            [ProgressionFields.Modules] = SetFormat.Ids.Write(sets.Modules),
            [ProgressionFields.Certifications] = SetFormat.Ids.Write(sets.Certifications),
            [ProgressionFields.Bosses] = SetFormat.Ids.Write(sets.Bosses),
            [ProgressionFields.Exams] = SetFormat.Ids.Write(sets.Exams),
            [ProgressionFields.Promotions] = PromotionList.Of(sets.Promotions),
            [ProgressionFields.ActiveDays] = DayRuns.Of(sets.ActiveDays, sets.DialedDays, sets.StreakDays),
            [ProgressionFields.Efficiency] = Efficiency(state),
        };
        SyncStateFormat.Xp.Write(record, OriginFigures.None with { Origins = local.ShownXp });
        SyncStateFormat.Deals.Write(record, OriginFigures.None with { Origins = local.Deals });
        return record;
    }

    /// <summary>What a record tells of sets.</summary>
    public static RepSets Sets(JsonObject record)
    {
        var days = record[ProgressionFields.ActiveDays];
        return new RepSets
        {
            Badges = Ids(ProgressionFields.Badges),
            Modules = Ids(ProgressionFields.Modules),
            Certifications = Ids(ProgressionFields.Certifications),
            Exams = Ids(ProgressionFields.Exams),
            Bosses = Ids(ProgressionFields.Bosses),
            Promotions = PromotionList.Read(record[ProgressionFields.Promotions]),
            ActiveDays = DayRuns.Days(days, DayRuns.Active),
            DialedDays = DayRuns.Days(days, DayRuns.Dialed),
            StreakDays = DayRuns.Days(days, DayRuns.Streaks),
        };

        string[] Ids(string field) => [.. SetFormat.Ids.Read(record[field])];
    }

    private static JsonObject Efficiency(RepState state)
    {
        var all = new JsonObject();
        foreach (var metric in RepMetrics.Of(state))
            all[metric.Metric.ToString()] = new JsonObject
            {
                ["value"] = metric.Value, ["numerator"] = metric.Numerator, ["denominator"] = metric.Denominator, ["asOf"] = IsoText.Day(metric.To),
            };
        return all;
    }
}
