using System.Text.Json.Nodes;
using Progress.Reps;

namespace Progress.Tests.Reps.Properties;

/// <summary>A store to which anything happens, as seeds say.</summary>
internal sealed class AnyHistory : IDisposable
{
    private static readonly string[] Kinds =
        ["dial", "connect", "deal_closed", "appointment", "appointment_held", "email_sent", "callback_scheduled", "streak_bonus", "first_dial_of_day", "referral", "objection_handled"];

    private static readonly Action<JsonNode>[] Changes =
    [
        r => r["callXp"] = "highest",
        r => r["dialKinds"] = new JsonArray("dial_made"),
        r => { foreach (var rank in r["ranks"]!.AsArray().Skip(1)) rank!["xp"] = (long)rank["xp"]! * 3; },
        r => { foreach (var rank in r["ranks"]!.AsArray().Skip(1)) rank!["gates"] = new JsonArray(); },
        r => { foreach (var source in r["xp"]!.AsObject().ToList()) r["xp"]![source.Key] = (int)source.Value! * 2; },
        r => { foreach (var source in r["xp"]!.AsObject().ToList()) r["xp"]![source.Key] = 0; },
        r => r["levels"] = JsonNode.Parse("""{"thresholds":[0,5000],"step":50000}"""),
        r => r["badges"]!["minDials"] = 5,
        r => r["badges"]!["list"]!.AsArray().Clear(),
        r => r["dispositions"]![0]!["connected"] = false,
        r => r["calls"]!["shortBelowSeconds"] = 100,
        r => r["modules"]![0]!["xp"] = 500,
        _ => { },
    ];

    private readonly List<SourceNote> notes;
    private readonly List<string> entered = [];

    public AnyHistory(int seed)
    {
        notes = new GeneratedNotes(seed).Make(500);
        foreach (var (name, zone) in GeneratedNotes.Reps) Store.Rep(name, zone);
        Store.Clock.Now = DateTimeOffset.Parse("2026-09-10T12:00:00Z");
    }

    public TestStore Store { get; } = new();

    public bool RulesChanged { get; private set; }

    /// <summary>Does one thing, and says which.</summary>
    public string Step(int seed, int number)
    {
        var random = new Random(seed);
        Store.Clock.Now = Store.Clock.Now.AddHours(random.Next(100));
        return (number == 0 ? 0 : random.Next(8)) switch
        {
            0 or 1 or 2 => Import(random),
            3 => Enter(random),
            4 => Undo(random),
            5 => Train(random),
            6 => Name(random),
            _ => Rules(random),
        };
    }

    public void Dispose() => Store.Dispose();

    private string Import(Random random)
    {
        var slice = GeneratedNotes.Shuffle(notes, random.Next()).Take(random.Next(1, notes.Count));
        return $"import {Store.Import(slice)}";
    }

    private string Enter(Random random)
    {
        var (rep, kind) = (Rep(random), Kinds[random.Next(Kinds.Length)]);
        var count = kind is "streak_bonus" or "first_dial_of_day" ? 1 : random.Next(1, 40);
        entered.Add(Store.Did(rep, kind, Day(random), count).Id);
        return $"enter {count} × {kind} of {rep}";
    }

    private string Undo(Random random)
    {
        if (entered.Count == 0) return "nothing to undo";
        return $"undo {RepActivities.Undo(Store.Store, entered[random.Next(entered.Count)])}";
    }

    private string Train(Random random)
    {
        var rep = Rep(random);
        for (var i = 0; i < random.Next(1, 8); i++) Store.Achieved(rep, AchievementKind.Module, $"module_{i}", Day(random), 1);
        Store.Achieved(rep, AchievementKind.Exam, "operative", Day(random), random.NextDouble());
        Store.Achieved(rep, AchievementKind.Battle, $"b{random.Next()}", Day(random), level: random.Next(1, 6), outcome: "win");
        return $"train {rep}";
    }

    private string Name(Random random)
    {
        var calls = CallNotes.List(Store.Store, unattributed: true).Take(20).ToList();
        foreach (var call in calls) CallNotes.SetRep(Store.Store, call.Id, Rep(random));
        return $"name {calls.Count} reps of calls";
    }

    private string Rules(Random random)
    {
        var change = random.Next(Changes.Length);
        ProgressionRules.Set(Store.Store, Store.Rules(Changes[change]), new DateOnly(2026, 8, 20).AddDays(random.Next(50)));
        RulesChanged = true;
        return $"rules {change}";
    }

    private static string Rep(Random random) => GeneratedNotes.Reps[random.Next(GeneratedNotes.Reps.Length)].Name;

    private static string Day(Random random) => $"2026-09-{random.Next(1, 31):00}T{random.Next(24):00}:{random.Next(60):00}:{random.Next(60):00}";
}
