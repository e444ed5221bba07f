using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>What the academy says about a user.</summary>
internal static class AcademyJson
{
    /// <summary>Badges stay empty: the server never fills them.</summary>
    public static JsonObject Progress(AcademyRecord record) => new()
    {
        ["xp"] = record.Xp, ["level"] = (record.Xp / 100) + 1, ["rank"] = record.Rank, ["badges"] = new JsonArray(),
        ["completedModules"] = new JsonArray([.. record.Modules.Select(id => JsonValue.Create(id))]),
        ["certifications"] = Certifications(record),
    };

    /// <summary>A module's score is made up anew for each request.</summary>
    public static JsonObject Certificates(AcademyRecord record, Random random) => new()
    {
        ["certifications"] = Certifications(record),
        ["modules"] = new JsonArray([.. record.Modules.Select(id => new JsonObject
        {
            ["id"] = id, ["passed"] = true, ["score"] = 0.85 + (0.15 * random.NextDouble()),
        })]),
    };

    public static JsonObject Stats(AcademyRecord record) => new()
    {
        ["wins"] = record.Wins, ["losses"] = record.Losses, ["abandoned"] = record.Abandoned,
        ["avgScore"] = record.Battles.Count == 0 ? 0 : record.Battles.Average(battle => battle.Score),
        ["highestLevel"] = record.Battles.Count == 0 ? 0 : record.Battles.Max(battle => battle.Level),
        ["history"] = new JsonArray([.. record.Battles.Select(battle => new JsonObject
        {
            ["id"] = battle.Id, ["persona"] = battle.Persona, ["level"] = battle.Level, ["outcome"] = battle.Outcome,
            ["score"] = battle.Score, ["xpAwarded"] = battle.XpAwarded, ["completedAt"] = Time(battle.CompletedAt),
        })]),
    };

    public static JsonArray Modules() => new([.. AcademyModule.All.Select(module => new JsonObject
    {
        ["id"] = module.Id, ["name"] = module.Name, ["passScore"] = module.PassScore, ["xpReward"] = module.XpReward,
        ["questionCount"] = module.QuestionCount, ["timeLimit"] = module.TimeLimit,
    })]);

    private static JsonArray Certifications(AcademyRecord record) => new([.. record.Certifications.Select(one =>
    {
        var json = new JsonObject
        {
            ["examType"] = one.ExamType, ["score"] = one.Score, ["passed"] = one.Passed, ["completedAt"] = Time(one.CompletedAt),
        };
        if (one.Badge is not null)
            json["badge"] = one.Badge;
        return json;
    })]);

    private static string Time(DateTimeOffset time) => Iso.Milliseconds(time.UtcDateTime);
}
