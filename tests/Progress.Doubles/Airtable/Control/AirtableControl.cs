using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles.Airtable;

/// <summary>The control endpoints of the Airtable double, under /_double/.</summary>
internal sealed class AirtableControl(AirtableDouble airtable)
{
    public const string Usage = """
        GET    /_double/records/<base>/<table>                                                 every record
        POST   /_double/records/<base>/<table>        {"Task Name":"Interview buyers"}         a person adds a record
        POST   /_double/records/<base>/<table>/<rec>  {"Status":"skipped"}                     a person edits a record
        DELETE /_double/records/<base>/<table>/<rec>                                           a person removes a record
        POST   /_double/fields/<base>/<table>         {"name":"Progress ID","type":"autoNumber"}   a person adds a field
        POST   /_double/expire                                                                 every list on its way ends
        POST   /_double/faults                        {"kind":"DropAfter","times":1,"path":"/v0"}  the next requests fail
        POST   /_double/down                          {"down":true}                            the server is away
        GET    /_double/journal                                                                every request so far
        """;

    public DoubleResponse Handle(DoubleRequest request)
    {
        try
        {
            return (request.Method, request.Path[ControlPath.Prefix.Length..].Replace("%2F", "/", StringComparison.Ordinal).Split('/')) switch
            {
                ("GET", ["journal"]) => DoubleResponse.OfText(200, "text/plain; charset=utf-8", airtable.Journal.Text),
                ("POST", ["expire"]) => Expire(),
                ("POST", ["faults"]) => ControlBody.Read(request).Plan(airtable.Faults),
                ("POST", ["down"]) => ControlBody.Read(request).Switch(airtable.Faults),
                ("GET", ["records", var home, var table]) => Json(new JsonArray([.. Base(home).Records(table)])),
                ("POST", ["records", var home, var table]) => Json(Base(home).Add(table, Body(request))),
                ("POST", ["records", var home, var table, var record]) => Edit(Base(home), table, record, Body(request)),
                ("DELETE", ["records", var home, var table, var record]) => Remove(Base(home), table, record),
                ("POST", ["fields", var home, var table]) => Json(Base(home).AddFieldByHand(table, Field(Body(request)))),
                _ => DoubleResponse.OfText(404, "text/plain", Usage),
            };
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException or JsonException or AirtableError)
        {
            return DoubleResponse.OfText(400, "text/plain", error.Message);
        }
    }

    private AirtableBase Base(string key) => airtable.FindBase(key) ?? throw new ArgumentException($"There is no base {key}.");

    private static JsonObject Body(DoubleRequest request) => JsonNode.Parse(request.Body)!.AsObject();

    /// <summary>Of a formula field the option formula; of roll-ups link, field, aggregation and where.</summary>
    private static ByHandField Field(JsonObject body)
    {
        var (name, type) = (body["name"]!.GetValue<string>(), body["type"]!.GetValue<string>());
        string Option(string key) => OptionOrNull(key) ?? throw new ArgumentException($"The options need \"{key}\".");
        string? OptionOrNull(string key) => body["options"]?[key]?.GetValue<string>();
        return type switch
        {
            FieldTypes.Formula => ByHandField.Formula(name, Option("formula")),
            FieldTypes.Rollup => ByHandField.Rollup(name, Option("link"), Option("field"), Option("aggregation"), OptionOrNull("where")),
            FieldTypes.Lookup => ByHandField.Lookup(name, Option("link"), Option("field")),
            FieldTypes.Count => ByHandField.Count(name, Option("link"), OptionOrNull("where")),
            FieldTypes.Links => ByHandField.Link(name, Option("table")),
            _ => new ByHandField(name, type, body["options"]),
        };
    }

    private DoubleResponse Expire()
    {
        airtable.ExpireIterators();
        return DoubleResponse.Empty(204);
    }

    private static DoubleResponse Edit(AirtableBase home, string table, string record, JsonObject fields)
    {
        home.Edit(table, record, fields);
        return DoubleResponse.Empty(204);
    }

    private static DoubleResponse Remove(AirtableBase home, string table, string record)
    {
        home.Remove(table, record);
        return DoubleResponse.Empty(204);
    }

    private static DoubleResponse Json(JsonNode body) => DoubleResponse.OfJson(200, JsonSerializer.SerializeToUtf8Bytes(body, JsonText.Options));
}
