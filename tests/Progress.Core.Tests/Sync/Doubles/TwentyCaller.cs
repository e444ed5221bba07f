using System.Text.Json.Nodes;
using Progress.Doubles;

namespace Progress.Tests.Doubles;

/// <summary>A caller of a Twenty double with a key, in process.</summary>
internal sealed class TwentyCaller
{
    public TwentyCaller(TwentyOptions? options = null, string now = "2026-10-01T12:00:00Z", int seed = 1)
    {
        Clock = new TestClock(now);
        Twenty = new TwentyDouble(options, Clock, seed);
        Key = Twenty.Key();
    }

    private int notes;

    public TestClock Clock { get; }

    public TwentyDouble Twenty { get; }

    public string? Key { get; set; }

    /// <summary>A double with progressions as this product defines them.</summary>
    public static TwentyCaller WithProgressions(TwentyOptions? options = null)
    {
        var caller = new TwentyCaller(options);
        caller.Twenty.DefineObject(
            "repProgression", "repProgressions",
            ("workspaceMemberId", FieldType.UUID), ("totalXp", FieldType.NUMBER), ("currentLevel", FieldType.NUMBER),
            ("currentRank", FieldType.TEXT), ("rev", FieldType.NUMBER), ("badges", FieldType.RAW_JSON),
            ("syncState", FieldType.RAW_JSON), ("joinedAt", FieldType.DATE_TIME), ("isActive", FieldType.BOOLEAN));
        return caller;
    }

    public DoubleResponse Get(string target) => Send("GET", target);

    public DoubleResponse Post(string target, string json) => Send("POST", target, json);

    public DoubleResponse Patch(string target, string json) => Send("PATCH", target, json);

    public DoubleResponse Send(string method, string target, string? json = null) =>
        Twenty.Handle(DoubleRequest.Of(method, target, Key, json));

    /// <summary>The rows of a list with a filter, given unencoded.</summary>
    public JsonArray List(string plural, string? filter = null, string rest = "") =>
        Filtered(plural, filter, rest).Json["data"]![plural]!.AsArray();

    public DoubleResponse Filtered(string plural, string? filter, string rest = "") =>
        Get($"/rest/{plural}?limit=200{(filter is null ? "" : $"&filter={Uri.EscapeDataString(filter)}")}{rest}");

    public JsonNode GraphQl(string query, object? variables = null, string path = "/graphql") =>
        Post(path, System.Text.Json.JsonSerializer.Serialize(new { query, variables })).Json;

    public void Note(string title, Guid? id = null, string? at = null) => Twenty.AddNote(
        id ?? new Guid(++notes, 0, 0, new byte[8]), title, at is null ? Clock.Now : DateTimeOffset.Parse(at), updatedAt: at is null ? null : DateTimeOffset.Parse(at));
}
