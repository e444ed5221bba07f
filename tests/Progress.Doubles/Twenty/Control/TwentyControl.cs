using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>The control endpoints of the Twenty double, under /_double/.</summary>
internal sealed class TwentyControl(TwentyDouble twenty)
{
    public const string Usage = """
        POST /_double/other-writer  {"member":"<id>","xp":50,"badge":"x.gold","module":"module_1"}   another program adds XP
        POST /_double/notes         {"title":"Call - CONTACT | 2:10","member":"<id>","createdAt":"..."}  a person writes a note
        POST /_double/faults        {"kind":"DropAfter","times":1,"path":"/rest/notes"}              the next requests fail
        POST /_double/down          {"down":true}                                                    the server is away
        GET  /_double/journal       every request so far
        GET  /_double/records/<plural>
        """;

    public DoubleResponse Handle(DoubleRequest request)
    {
        try
        {
            return (request.Method, request.Path[ControlPath.Prefix.Length..].Split('/')) switch
            {
                ("GET", ["journal"]) => DoubleResponse.OfText(200, "text/plain; charset=utf-8", twenty.Journal.Text),
                ("GET", ["records", var plural]) => Json(new JsonArray([.. twenty.Records(plural)])),
                ("POST", ["other-writer"]) => OtherWriter(ControlBody.Read(request)),
                ("POST", ["notes"]) => Note(ControlBody.Read(request)),
                ("POST", ["faults"]) => ControlBody.Read(request).Plan(twenty.Faults),
                ("POST", ["down"]) => ControlBody.Read(request).Switch(twenty.Faults),
                _ => DoubleResponse.OfText(404, "text/plain", Usage),
            };
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException or JsonException or ApiError)
        {
            return DoubleResponse.OfText(400, "text/plain", error.Message);
        }
    }

    private static DoubleResponse Json(JsonNode body) => DoubleResponse.OfJson(200, JsonSerializer.SerializeToUtf8Bytes(body, JsonText.Options));

    private DoubleResponse OtherWriter(ControlBody body) => Json(new JsonObject
    {
        ["totalXp"] = twenty.OtherWriter.AddXp(body.Id("member"), body.Number("xp"), body.Text("badge"), body.Text("module")),
    });

    private DoubleResponse Note(ControlBody body)
    {
        var id = body.Text("id") is { } given ? Guid.Parse(given) : Guid.NewGuid();
        var at = body.Text("createdAt") is { } time ? DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture) : twenty.UtcNow;
        twenty.AddNote(id, body.Text("title") ?? "", at, body.Text("member") is { } member ? Guid.Parse(member) : null);
        return Json(new JsonObject { ["id"] = id });
    }
}
