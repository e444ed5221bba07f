using System.Text.Json.Serialization;
using Progress.Json;
using Xunit;

namespace Progress.Tests;

public sealed class StrictJsonTests
{
    private const string Source = "/team/rules.json";

    public enum Direction { Higher, LowerIsBetter }

    public sealed record Step(int Level, int Xp, string? Note = null);

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(CountGate), "count")]
    [JsonDerivedType(typeof(ExamGate), "exam")]
    public abstract record Gate;

    public sealed record CountGate(int AtLeast) : Gate;

    public sealed record ExamGate(string Id) : Gate;

    public sealed record Document
    {
        public required string Name { get; init; }
        public IReadOnlyList<Step> Steps { get; init; } = [];
        public Dictionary<string, double> Rates { get; init; } = [];
        public Dictionary<Direction, int> Weights { get; init; } = [];
        public Direction Direction { get; init; }
        public Direction? Second { get; init; }
        public DateOnly? From { get; init; }
        public TimeOnly At { get; init; }
        public Guid Id { get; init; }
        public bool Flag { get; init; }
        public IReadOnlyList<string?> Notes { get; init; } = [];
        [JsonPropertyName("own-name")] public string? Renamed { get; init; }
        public IReadOnlyList<Gate> Gates { get; init; } = [];
        public int Computed => Steps.Count;
    }

    [Fact]
    public void Comments_and_trailing_commas_are_allowed()
    {
        var read = Read("""
            { // the name
              "name": "x", /* and */ "steps": [ { "level": 1, "xp": 0, }, ], "direction": "lowerIsBetter",
              "second": null, "from": "2026-09-30", "at": "09:05", "flag": true, "notes": [null, "n"], "own-name": "o",
              "gates": [{ "kind": "count", "atLeast": 3 }, { "kind": "exam", "id": "e" }],
              "weights": { "lowerIsBetter": 2 }, "rates": { "any key": 0.5 },
            }
            """);

        Assert.Equal(("x", 0, Direction.LowerIsBetter), (read.Name, read.Steps.Single().Xp, read.Direction));
        Assert.Equal((new DateOnly(2026, 9, 30), new TimeOnly(9, 5), true), (read.From!.Value, read.At, read.Flag));
        Assert.Equal([null, "n"], read.Notes);
        Assert.Equal([new CountGate(3), new ExamGate("e")], read.Gates);
        Assert.Equal(("o", 2, 0.5), (read.Renamed, read.Weights[Direction.LowerIsBetter], read.Rates["any key"]));
        Assert.Null(read.Second);
    }

    [Theory]
    [InlineData("""{"name":"x","Name":"y"}""", """unknown key "Name" at $.Name. Allowed here: name, steps, rates,""")]
    [InlineData("""{"name":"x","Name":"y"}""", """Did you mean "name"?""")]
    [InlineData("""{"name":"x","computed":1}""", """unknown key "computed" at $.computed.""")]
    [InlineData("""{"name":"x","renamed":"r"}""", """unknown key "renamed" at $.renamed.""")]
    [InlineData("""{"name":"x","steps":[{"level":1,"xp":0,"xpp":1}]}""", """unknown key "xpp" at $.steps[0].xpp. Allowed here: level, xp, note. Did you mean "xp"?""")]
    [InlineData("""{"name":"x","name":"y"}""", """key "name" stands twice at $.name, first on line 1. Keep one.""")]
    [InlineData("""{"name":"x","rates":{"a b":1,"a b":2}}""", """key "a b" stands twice at $.rates['a b']""")]
    [InlineData("""{}""", """missing "name" at $. Required here: name.""")]
    [InlineData("""{"name":"x","steps":[{"note":""}]}""", """missing "level", "xp" at $.steps[0]. Required here: level, xp.""")]
    [InlineData("""{"name":null}""", "null at $.name is not allowed. Allowed: text.")]
    [InlineData("""{"name":"x","steps":null}""", "null at $.steps is not allowed. Allowed: a list, each: an object.")]
    [InlineData("""{"name":"x","steps":[null]}""", "null at $.steps[0] is not allowed. Allowed: an object.")]
    [InlineData("""{"name":"x","steps":{}}""", "an object at $.steps is not allowed. Allowed: a list, each: an object.")]
    [InlineData("""{"name":7}""", "7 at $.name is not allowed. Allowed: text.")]
    [InlineData("""{"name":"x","flag":"true"}""", "\"true\" at $.flag is not allowed. Allowed: true or false.")]
    [InlineData("""{"name":"x","steps":[{"level":1.5,"xp":0}]}""", "1.5 at $.steps[0].level is not allowed. Allowed: a whole number.")]
    [InlineData("""{"name":"x","steps":[{"level":"1","xp":0}]}""", "\"1\" at $.steps[0].level is not allowed. Allowed: a whole number.")]
    [InlineData("""{"name":"x","steps":[{"level":1,"xp":99999999999}]}""", "99999999999 at $.steps[0].xp is not allowed. Allowed: a whole number.")]
    [InlineData("""{"name":"x","rates":{"a":1e999}}""", "1e999 at $.rates.a is not allowed. Allowed: a number.")]
    [InlineData("""{"name":"x","direction":"Higher"}""", "\"Higher\" at $.direction is not allowed. Allowed: higher, lowerIsBetter. Did you mean \"higher\"?")]
    [InlineData("""{"name":"x","direction":"higher, lowerIsBetter"}""", "at $.direction is not allowed. Allowed: higher, lowerIsBetter.")]
    [InlineData("""{"name":"x","direction":1}""", "1 at $.direction is not allowed. Allowed: higher, lowerIsBetter.")]
    [InlineData("""{"name":"x","second":"up"}""", "\"up\" at $.second is not allowed. Allowed: higher, lowerIsBetter, or null.")]
    [InlineData("""{"name":"x","weights":{"lower":1}}""", """unknown key "lower" at $.weights.lower. Allowed here: higher, lowerIsBetter.""")]
    [InlineData("""{"name":"x","from":"30.09.2026"}""", "\"30.09.2026\" at $.from is not allowed. Allowed: a date (yyyy-MM-dd), or null.")]
    [InlineData("""{"name":"x","at":"9:05"}""", "\"9:05\" at $.at is not allowed. Allowed: a time of day (HH:mm).")]
    [InlineData("""{"name":"x","at":"24:00"}""", "\"24:00\" at $.at is not allowed.")]
    [InlineData("""{"name":"x","id":"12"}""", "\"12\" at $.id is not allowed. Allowed: a UUID.")]
    [InlineData("""{"name":"x","gates":[{"atLeast":1}]}""", """missing "kind" at $.gates[0]. Allowed: count, exam.""")]
    [InlineData("""{"name":"x","gates":[{"kind":"exams","id":"e"}]}""", "\"exams\" at $.gates[0].kind is not allowed. Allowed: count, exam. Did you mean \"exam\"?")]
    [InlineData("""{"name":"x","gates":[{"kind":1}]}""", "1 at $.gates[0].kind is not allowed. Allowed: count, exam.")]
    [InlineData("""{"name":"x","gates":[{"id":"e","kind":"exam"}]}""", """key "kind" at $.gates[0].kind does not come first.""")]
    [InlineData("""{"name":"x","gates":[{"kind":"exam","id":"e","atLeast":1}]}""", """unknown key "atLeast" at $.gates[0].atLeast. Allowed here: kind, id.""")]
    [InlineData("""{"name":"x","gates":[{"kind":"count"}]}""", """missing "atLeast" at $.gates[0]. Required here: atLeast.""")]
    [InlineData("""{"name":"x","gates":[{"kind":"exam","kind":"exam","id":"e"}]}""", """key "kind" stands twice at $.gates[0].kind""")]
    [InlineData("[]", "a list at $ is not allowed. Allowed: an object.")]
    [InlineData("null", "null at $ is not allowed. Allowed: an object.")]
    [InlineData("", "the file is empty. Allowed: a JSON document.")]
    [InlineData(" \n ", "the file is empty.")]
    [InlineData("""{"name":"x" """, "not JSON at byte")]
    [InlineData("""{"name":"x"} x""", "not JSON at byte 14 of the line")]
    public void What_does_not_fit_is_refused_with_place_value_and_what_is_allowed(string json, string part)
    {
        var refused = Refused(json);

        Assert.StartsWith($"{Source}:", refused.Message);
        Assert.Contains(part, refused.Message);
        Assert.Equal(("InvalidRuleSet", ErrorKind.InvalidData, (object)Source), (refused.Id, refused.Kind, refused.Target));
    }

    [Fact]
    public void Every_problem_is_listed_once_in_the_order_of_lines()
    {
        var refused = Refused("{\n  \"flag\": 1,\n  \"steps\": [\n    { \"level\": 1 },\n    { \"level\": 1, \"xp\": \"2\" }\n  ]\n}");

        Assert.Equal(
            [
                $"{Source}:1: missing \"name\" at $. Required here: name.",
                $"{Source}:2: 1 at $.flag is not allowed. Allowed: true or false.",
                $"{Source}:4: missing \"xp\" at $.steps[0]. Required here: level, xp.",
                $"{Source}:5: \"2\" at $.steps[1].xp is not allowed. Allowed: a whole number.",
            ],
            refused.Message.Split('\n'));
    }

    [Fact]
    public void Broken_JSON_names_its_line() =>
        Assert.StartsWith($"{Source}:3: not JSON at byte 1 of the line: ", Refused("{\n  \"name\": \"x\"\n]").Message);

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Contains("not JSON at byte", Refused(new string('[', 100_000)).Message);

    [Fact]
    public void A_long_value_is_cut_in_the_message() =>
        Assert.True(Refused($$"""{"name":"x","flag":"{{new string('a', 5000)}}"}""").Message.Length < 250);

    [Fact]
    public void A_byte_order_mark_is_no_fault() => Assert.Equal("x", Read("\uFEFF{\"name\":\"x\"}").Name);

    [Theory]
    [InlineData("$", 1)]
    [InlineData("$.steps", 3)]
    [InlineData("$.steps[1]", 5)]
    [InlineData("$.steps[1].xp", 6)]
    [InlineData("$.steps[1].missing", 5)]
    [InlineData("$.steps[12]", 3)]
    [InlineData("$.stepsAndMore", 1)]
    [InlineData("$.rates['a.b']", 10)]
    public void A_path_has_the_line_of_its_value_or_of_its_nearest_ancestor(string path, int line) =>
        Assert.Equal(line, JsonSpot.Parse("""
            {
              // comment
              "steps": [
                { "level": 1, "xp": 0 },
                { "level": 2,
                  "xp": 100 }
              ],
              "rates":
              {
                "a.b": 1
              }
            }
            """).Nearest(path).Line);

    private static Document Read(string json) => StrictJson.Read<Document>(json, Source, "InvalidRuleSet");

    private static ProgressException Refused(string json) => Assert.Throws<ProgressException>(() => Read(json));
}
