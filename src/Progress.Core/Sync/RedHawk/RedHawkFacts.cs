using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Progress.Sync.RedHawk;

/// <summary>Facts from RedHawk's three answers about a rep; its XP, level and rank are its own and not among them.</summary>
/// <remarks>
/// Modules and exams share one list there and are told apart by their ids. Entries without an id, battles of the browser's demonstration
/// and outcomes that nobody knows are left out; an entry that comes twice counts once.
/// </remarks>
internal static partial class RedHawkFacts
{
    public static JsonObject Of(JsonNode cert, JsonNode progress, JsonNode battles)
    {
        var exams = Exams(cert.At("certifications")).Concat(Exams(progress.At("certifications"))).ToList();
        var passed = Exams(cert.At("modules")).Concat(Ids(progress.At("completedModules")).Select(id => new Exam(id, true, null, null, null))).ToList();
        var facts = new JsonObject
        {
            ["modules"] = Merged(passed.Concat(exams).Where(e => IsModule(e.Id))),
            ["certifications"] = Merged(exams.Where(e => !IsModule(e.Id))),
            ["exams"] = Merged(passed.Where(e => !IsModule(e.Id))),
            ["badges"] = Badges(progress.At("badges"), exams),
            ["battles"] = Battles(battles.At("history")),
        };
        // as it would have come: a node made from a DateTime or double can be read as nothing else
        return JsonNode.Parse(facts.ToJsonString())!.AsObject();
    }

    private sealed record Exam(string Id, bool Passed, double? Score, DateTime? At, string? Badge);

    private static IEnumerable<Exam> Exams(JsonNode? list) =>
        from entry in list.Objects()
        let id = Id(entry.At("id")) ?? Id(entry.At("examType")) ?? Id(entry.At("moduleId"))
        where id is not null
        select new Exam(id, entry.At("passed").IsTrue(), entry.At("score").Number(), entry.At("completedAt").Time(), Id(entry.At("badge")));

    private static JsonArray Merged(IEnumerable<Exam> exams)
    {
        var merged = from exam in exams
                     group exam by exam.Id into same
                     orderby same.Key
                     select new JsonObject
                     {
                         ["id"] = same.Key, ["passed"] = same.Any(e => e.Passed), ["score"] = same.Max(e => e.Score), ["at"] = same.Min(e => e.At),
                     };
        return new JsonArray([.. merged]);
    }

    private static JsonArray Badges(JsonNode? list, IEnumerable<Exam> exams)
    {
        var badges = Ids(list).Concat(exams.Where(e => e.Passed).Select(e => e.Badge).OfType<string>());
        return new JsonArray([.. badges.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(b => (JsonNode)b)]);
    }

    private static JsonArray Battles(JsonNode? history)
    {
        var battles = from battle in history.Objects()
                      let id = Id(battle.At("id"))
                      let outcome = Outcome(battle.At("outcome").Text() ?? battle.At("status").Text())
                      where id is not null && outcome is not null && !Demonstration().IsMatch(id)
                      select new JsonObject
                      {
                          ["id"] = id, ["level"] = battle.At("level").Number(), ["outcome"] = outcome, ["score"] = battle.At("score").Number(),
                          ["at"] = battle.At("completedAt").Time(), ["cleared"] = battle.At("allObjectionsCleared").IsTrue(),
                      };
        return new JsonArray([.. battles.DistinctBy(b => b["id"]!.GetValue<string>())]);
    }

    private static string? Outcome(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "win" or "won" => "win",
        "lose" or "lost" => "lose",
        "abandon" or "abandoned" => "abandon",
        _ => null,
    };

    /// <summary>Ids of a list of ids or of objects that have one.</summary>
    private static IEnumerable<string> Ids(JsonNode? list) =>
        (list as JsonArray)?.Select(e => Id(e) ?? Id(e.At("id"))).OfType<string>() ?? [];

    private static string? Id(JsonNode? node) => node.Text()?.Trim() is { Length: > 0 } id ? id : null;

    private static bool IsModule(string id) => Module().IsMatch(id);

    [GeneratedRegex(@"^module_\d+$")]
    private static partial Regex Module();

    [GeneratedRegex("^(battle-|demo|mock)", RegexOptions.IgnoreCase)]
    private static partial Regex Demonstration();
}
