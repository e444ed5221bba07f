using System.Globalization;
using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The control endpoints of the RedHawk double, under /_double/.</summary>
internal sealed class RedHawkControl(RedHawkDouble academy)
{
    public const string Usage = """
        POST /_double/modules       {"repId":"3","module":"module_1","badge":"closer.gold"}          a rep passes a module
        POST /_double/battles       {"repId":"3","level":2,"outcome":"win","score":74}               a rep ends a battle
        POST /_double/certify       {"repId":"3","exam":"operative","score":0.9}                     a rep earns a certification
        POST /_double/restart                                                                        the academy forgets everything
        POST /_double/faults        {"kind":"Drop","times":1,"path":"/cert"}                         the next requests fail
        POST /_double/down          {"down":true}                                                    the server is away
        GET  /_double/journal       every request so far
        """;

    public DoubleResponse Handle(DoubleRequest request)
    {
        try
        {
            return (request.Method, request.Path[ControlPath.Prefix.Length..]) switch
            {
                ("GET", "journal") => DoubleResponse.OfText(200, "text/plain; charset=utf-8", academy.Journal.Text),
                ("POST", "faults") => ControlBody.Read(request).Plan(academy.Faults),
                ("POST", "down") => ControlBody.Read(request).Switch(academy.Faults),
                ("POST", var what) => Happen(what, ControlBody.Read(request)),
                _ => DoubleResponse.OfText(404, "text/plain", Usage),
            };
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException or JsonException)
        {
            return DoubleResponse.OfText(400, "text/plain", error.Message);
        }
    }

    private DoubleResponse Happen(string what, ControlBody body)
    {
        switch (what)
        {
            case "modules":
                academy.PassModule(body.Required("repId"), body.Required("module"), body.Text("badge"));
                break;
            case "battles":
                academy.Battle(
                    body.Required("repId"), (int)body.Number("level"), body.Required("outcome"),
                    double.Parse(body.Text("score") ?? "70", CultureInfo.InvariantCulture));
                break;
            case "certify":
                academy.Certify(
                    body.Required("repId"), body.Required("exam"),
                    double.Parse(body.Text("score") ?? "0.9", CultureInfo.InvariantCulture), badge: body.Text("badge"));
                break;
            case "restart":
                academy.Restart();
                break;
            default:
                return DoubleResponse.OfText(404, "text/plain", Usage);
        }

        return DoubleResponse.Empty(204);
    }
}
