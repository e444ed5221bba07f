using System.Diagnostics;
using System.Text.Json.Nodes;
using Progress.Reps;
using Progress.Sync;

namespace Progress.Bench;

/// <summary>The merge of records of reps, in which each side has something that the other lacks.</summary>
internal static class MergeWork
{
    private const int Kinds = 1_000;

    public static (double Seconds, long Records) Run(int records)
    {
        var sides = Enumerable.Range(0, Kinds).Select(i => (Ours: Record(i, "here"), Theirs: Record(i + 1, "there"))).ToList();
        Merge(sides, Kinds);
        var watch = Stopwatch.StartNew();
        if (Merge(sides, records) != records) throw new InvalidOperationException("a merge had nothing to send");
        return (watch.Elapsed.TotalSeconds, records);
    }

    private static int Merge(List<(JsonObject Ours, JsonObject Theirs)> sides, int records) =>
        Enumerable.Range(0, records).Count(i => RecordMerge.Of(ProgressionFields.Rules, null, sides[i % Kinds].Ours, sides[i % Kinds].Theirs).Adds);

    private static JsonObject Record(int number, string device)
    {
        var days = Enumerable.Range(739_000 + (number % 7), 60).Where(day => day % 7 < 5).ToList();
        var record = new JsonObject
        {
            [ProgressionFields.Name] = $"Rep {number}",
            [ProgressionFields.Level] = number % 16,
            [ProgressionFields.Rank] = "E-2",
            [ProgressionFields.Streak] = number % 9,
            [ProgressionFields.Badges] = Ids("badge", number % 5, 12),
            [ProgressionFields.Modules] = Ids("module", number % 3, 6),
            [ProgressionFields.Certifications] = Ids("cert", number % 2, 2),
            [ProgressionFields.Bosses] = Ids("boss", number % 4, 4),
            [ProgressionFields.Exams] = Ids("exam", number % 2, 3),
            [ProgressionFields.Promotions] = PromotionList.Of(new Dictionary<string, int> { ["E-2"] = 739_010 + (number % 3) }),
            [ProgressionFields.ActiveDays] = DayRuns.Of(days, days, []),
        };
        SyncStateFormat.Xp.Write(record, Figures(number, device));
        SyncStateFormat.Deals.Write(record, OriginFigures.None with { Origins = new Dictionary<string, long> { [Origin.Device(device)] = number % 4 } });
        return record;
    }

    private static OriginFigures Figures(int number, string device)
    {
        var origins = new Dictionary<string, long> { [Origin.Device(device)] = 100 + number, [Origin.Notes] = 900 + number, [Origin.Days] = 700 };
        foreach (var module in Enumerable.Range(0, 6)) origins[Origin.Paid($"module:module_{module}")] = 50;
        return new OriginFigures(5_000, 3_000, origins);
    }

    private static JsonArray Ids(string kind, int first, int count) =>
        new([.. Enumerable.Range(first, count).Select(i => JsonValue.Create($"{kind}_{i}"))]);
}
