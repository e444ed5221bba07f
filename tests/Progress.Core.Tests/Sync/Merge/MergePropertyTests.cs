using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Progress.Reps;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Spec, chapter 50, "Merge": order of arrival does not matter, applying twice changes nothing.</summary>
public sealed class MergePropertyTests
{
    private const string Notes = "notes";

    private static readonly FieldRule[] Rules = [.. ProgressionFields.Rules, new(Notes, FieldPolicy.RemoteThenOurs)];

    private static readonly string[] Growing =
        ["totalXp", "closedDeals", "syncState", "badges", "completedModules", "certifications", "defeatedBosses", "passedExams", "promotions", "activeDays"];

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(300, 20_000));

    [Fact]
    public void Order_of_arrival_does_not_matter()
    {
        var cases = from a in Ours from b in Ours from remote in Theirs select (a, b, remote);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var ab = RecordMerge.Of(Rules, null, c.b, RecordMerge.Of(Rules, null, c.a, c.remote).Result).Result;
            var ba = RecordMerge.Of(Rules, null, c.a, RecordMerge.Of(Rules, null, c.b, c.remote).Result).Result;
            foreach (var field in Growing) Assert.Equal(Text(field, ab), Text(field, ba));
            return true;
        }).Check(Many);
    }

    [Fact]
    public void What_was_applied_is_not_sent_again_though_its_answer_was_lost()
    {
        var cases = from shadow in Theirs from isKnown in Gen.Elements(true, false) from local in Ours from remote in Theirs select (isKnown ? shadow : null, local, remote);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var (shadow, local, remote) = c;
            var once = RecordMerge.Of(Rules, shadow, local, remote, "stamp");
            var again = RecordMerge.Of(Rules, shadow, local, once.Result, "stamp");
            Assert.Equal("", string.Join(", ", again.ToSend.Select(f => f.Key)));
            return !again.Adds && JsonNode.DeepEquals(once.Result, again.Result);
        }).Check(Many);
    }

    [Fact]
    public void What_is_agreed_is_agreed()
    {
        var cases = from shadow in Theirs from local in Ours from remote in Theirs select (shadow, local, remote);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var agreed = RecordMerge.Of(Rules, c.shadow, c.local, c.remote).Result;
            var again = RecordMerge.Of(Rules, agreed, agreed, agreed);
            Assert.Equal("", string.Join(", ", again.ToSend.Select(f => f.Key)));
            return again is { Adds: false, Conflicts.Count: 0 };
        }).Check(Many);
    }

    [Fact]
    public void A_union_removes_nothing_and_invents_nothing()
    {
        var cases = from shadow in Theirs from local in Ours from remote in Theirs select (shadow, local, remote);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var merge = RecordMerge.Of(Rules, c.shadow, c.local, c.remote);
            return Rules.Where(r => r.Union is not null && r.Name != ProgressionFields.Promotions).All(r =>
                r.Union!.Read(merge.Result[r.Name]).ToHashSet().SetEquals(r.Union.Read(c.local[r.Name]).Union(r.Union.Read(c.remote[r.Name]))));
        }).Check(Many);
    }

    [Fact]
    public void The_total_is_what_others_contributed_and_what_is_claimed_and_neither_falls()
    {
        var cases = from local in Ours from remote in Theirs select (local, remote);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var result = RecordMerge.Of(Rules, null, c.local, c.remote).Result;
            var (was, now) = (SyncStateFormat.Xp.Read(c.remote), SyncStateFormat.Xp.Read(result));
            var sum = now.Origins.Where(o => o.Value > 0).Sum(o => o.Value) - was.Origins.Sum(o => o.Value);
            return now.Foreign == was.Foreign && now.Total >= was.Total && now.Claimed - was.Claimed == sum;
        }).Check(Many);
    }

    [Fact]
    public void What_is_sent_is_what_the_result_has_and_the_remote_had_not()
    {
        var cases = from shadow in Theirs from local in Ours from remote in Theirs select (shadow, local, remote);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var before = (c.shadow.ToJsonString(), c.local.ToJsonString(), c.remote.ToJsonString());
            var merge = RecordMerge.Of(Rules, c.shadow, c.local, c.remote);
            var applied = c.remote.DeepClone().AsObject();
            foreach (var (field, value) in merge.ToSend) applied[field] = value?.DeepClone();
            return JsonNode.DeepEquals(applied, merge.Result) && before == (c.shadow.ToJsonString(), c.local.ToJsonString(), c.remote.ToJsonString());
        }).Check(Many);
    }

    /// <summary>A local record: figures of origins, sets written our way.</summary>
    private static Gen<JsonObject> Ours =>
        from xp in Origins(["dev:one", "dev:two", "notes", "days", "paid:module:module_0", "paid:badge:opener_elite.bronze"])
        from deals in Origins(["dev:one", "dev:two"])
        from back in Gen.Choose(0, 300)
        from sets in Gen.ArrayOf(Ids, 5)
        from promotions in Promotions
        from days in Days
        from name in Texts
        from notes in Texts
        from level in Gen.Choose(1, 9)
        select Filled(name, notes, level, [.. sets.Select(s => (JsonNode?)SetFormat.Ids.Write(s))], promotions, days, record =>
        {
            SyncStateFormat.Xp.Write(record, OriginFigures.None with { Origins = xp });
            SyncStateFormat.Deals.Write(record, OriginFigures.None with { Origins = Less(deals, back) });
        });

    /// <summary>A remote's record: others added to it, and sets may be text, a comma list or nothing.</summary>
    private static Gen<JsonObject> Theirs =>
        from foreign in Gen.Choose(-50, 400)
        from isOurs in Gen.Elements(true, true, false)
        from ours in Ours
        from shapes in Gen.ArrayOf(Gen.Choose(0, 3), 8)
        select Told(ours, foreign, isOurs, shapes);

    private static Gen<Dictionary<string, long>> Origins(string[] keys) =>
        from some in Gen.SubListOf(keys)
        from values in Gen.ArrayOf(Gen.Choose(1, 300), some.Count)
        select some.Zip(values).ToDictionary(p => p.First, p => (long)p.Second);

    /// <summary>A device takes back no more than was entered on it.</summary>
    private static Dictionary<string, long> Less(Dictionary<string, long> deals, long back)
    {
        if (deals.TryGetValue("dev:one", out var done) && back > 0) deals["-dev:one"] = Math.Min(done, back);
        return deals;
    }

    private static Gen<List<string>> Ids => Gen.SubListOf(new[] { "a", "b", "c", "opener_elite.bronze" }).Select(l => l.ToList());

    private static Gen<string?> Texts => Gen.Elements<string?>(null, "", "Ana", "Ana Lee", "Ben", "An");

    private static Gen<JsonNode> Promotions =>
        from ranks in Gen.SubListOf(new[] { "E-2", "E-3", "E-4" })
        from days in Gen.ArrayOf(Gen.Choose(739_000, 739_010), ranks.Count)
        select (JsonNode)PromotionList.Of(ranks.Zip(days).ToDictionary(p => p.First, p => p.Second));

    private static Gen<JsonNode> Days =>
        from days in Gen.ArrayOf(Gen.Choose(739_000, 739_020))
        from dialed in Gen.ArrayOf(Gen.Choose(739_000, 739_020))
        select (JsonNode)DayRuns.Of([.. days.Distinct().Order()], [.. dialed.Distinct().Order()], []);

    private static JsonObject Filled(string? name, string? notes, int level, JsonNode?[] sets, JsonNode promotions, JsonNode days, Action<JsonObject> figures)
    {
        var record = new JsonObject
        {
            ["name"] = name, [Notes] = notes, ["currentLevel"] = level, ["badges"] = sets[0], ["completedModules"] = sets[1], ["certifications"] = sets[2],
            ["defeatedBosses"] = sets[3], ["passedExams"] = sets[4], ["promotions"] = promotions.DeepClone(), ["activeDays"] = days.DeepClone(),
        };
        figures(record);
        return record;
    }

    private static JsonObject Told(JsonObject ours, int foreign, bool isOurs, int[] shapes)
    {
        var record = ours.DeepClone().AsObject();
        var xp = SyncStateFormat.Xp.Read(record);
        var claimed = xp.Origins.Sum(o => o.Value);
        SyncStateFormat.Xp.Write(record, xp with { Total = Math.Max(0, foreign + claimed), Claimed = claimed });
        var deals = SyncStateFormat.Deals.Read(record);
        var closed = OriginFigures.Sum(deals.Origins);
        SyncStateFormat.Deals.Write(record, deals with { Total = closed, Claimed = closed });
        if (!isOurs) record.Remove("syncState");
        foreach (var (field, shape) in Growing.Skip(3).Append("syncState").Zip(shapes))
        {
            var value = record[field];
            var isSet = value is JsonArray && field != "promotions";
            record[field] = shape switch
            {
                1 when value is not null => value.ToJsonString(),
                2 when isSet => string.Join(", ", value!.AsArray().Select(v => (string)v!)),
                3 when isSet => null,
                _ => value?.DeepClone(),
            };
        }

        return record;
    }

    private static string Text(string field, JsonObject record) => field switch
    {
        "totalXp" or "closedDeals" => $"{JsonTree.Whole(record[field])}",
        "syncState" => $"{Origins(SyncStateFormat.Xp.Read(record))}; {Origins(SyncStateFormat.Deals.Read(record))}",
        _ => string.Join('|', Rules.First(r => r.Name == field).Union!.Read(record[field]).Order(StringComparer.Ordinal)),
    };

    private static string Origins(OriginFigures figures) =>
        $"{figures.Claimed}: {string.Join(' ', figures.Origins.Where(o => o.Value > 0).OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{o.Key}={o.Value}"))}";
}
