using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>A RedHawk Academy in memory, with and without its path prefix. Users are known by their own short ids.</summary>
/// <param name="seed">Of battle ids, module scores and chance faults.</param>
public sealed partial class RedHawkDouble(TimeProvider? clock = null, int seed = 1) : IDouble
{
    private const string Prefix = "/api/redhawk";

    private readonly Lock gate = new();
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly Random random = new(seed);
    private readonly Dictionary<string, AcademyRecord> users = [];
    private DateTimeOffset startedAt = (clock ?? TimeProvider.System).GetUtcNow();

    public FaultPlan Faults { get; } = new(new Random(seed + 1));

    public Journal Journal { get; } = new();

    public DoubleResponse Handle(DoubleRequest request)
    {
        lock (gate)
        {
            if (request.Path.StartsWith(ControlPath.Prefix, StringComparison.Ordinal))
                return new RedHawkControl(this).Handle(request);
            var fault = Faults.Pick(request);
            var response = fault?.Kind switch
            {
                FaultKind.Drop => DoubleResponse.Empty(0) with { Delivery = Delivery.Nothing },
                FaultKind.Instead => fault.Answer!,
                FaultKind.Throttle => Error(429, "Too many requests"),
                FaultKind.ErrorAfter => Error(500, "Internal server error"),
                FaultKind.DropAfter => Answer(request) with { Delivery = Delivery.Nothing },
                FaultKind.TruncateAfter => Answer(request) with { Delivery = Delivery.Half },
                FaultKind.Delay => Answer(request) with { Delay = fault.Time },
                _ => Answer(request),
            };
            Journal.Add(clock.GetUtcNow(), request, response, fault);
            return response;
        }
    }

    private DoubleResponse Answer(DoubleRequest request)
    {
        var path = request.Path.StartsWith(Prefix, StringComparison.Ordinal) ? request.Path[Prefix.Length..] : request.Path;
        return (request.Method, path.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            ("GET", ["health"]) => Json(new JsonObject
            {
                ["status"] = "ok", ["version"] = "1.0.0", ["uptime"] = (clock.GetUtcNow() - startedAt).TotalSeconds,
            }),
            ("GET", ["modules"]) => Json(AcademyJson.Modules()),
            ("GET", ["cert", var rep]) => Json(AcademyJson.Certificates(User(rep), random)),
            ("GET", ["progress", var rep]) => Json(AcademyJson.Progress(User(rep))),
            ("GET", ["battle", "stats", var rep]) => Json(AcademyJson.Stats(User(rep))),
            _ => Error(404, "Not found"),
        };
    }

    /// <summary>An unknown user is not missing: asking creates an empty record.</summary>
    private AcademyRecord User(string repId)
    {
        if (!users.TryGetValue(repId, out var record))
            users.Add(repId, record = new AcademyRecord());
        return record;
    }

    private static DoubleResponse Json(JsonNode body) => DoubleResponse.OfJson(200, JsonSerializer.SerializeToUtf8Bytes(body, JsonText.Options));

    private static DoubleResponse Error(int status, string error) =>
        DoubleResponse.OfJson(status, JsonSerializer.SerializeToUtf8Bytes(new { error }));
}
