namespace Progress.Doubles;

public enum FaultKind
{
    /// <summary>The connection breaks before anything is done.</summary>
    Drop,

    /// <summary>The request is carried out, the answer is lost.</summary>
    DropAfter,

    /// <summary>The request is carried out, half of the answer arrives.</summary>
    TruncateAfter,

    /// <summary>The request is carried out, the answer is a 500.</summary>
    ErrorAfter,

    /// <summary>The answer is true but late.</summary>
    Delay,

    /// <summary>Half of the answer comes at once, the rest late.</summary>
    SlowBody,

    /// <summary>Refused for its rate, in one of the forms of the service.</summary>
    Throttle,

    /// <summary>Another answer in place of the service's own; nothing is done.</summary>
    Instead,

    /// <summary>The list answers with the page it gave before.</summary>
    DuplicatePage,

    /// <summary>The list answers with the cursor it was asked from, and says that more follows.</summary>
    RepeatedCursor,

    /// <summary>The rows of the page come in another order.</summary>
    Reorder,

    /// <summary>The read sees the state of some time ago.</summary>
    Stale,
}

/// <summary>One thing that goes wrong with one request.</summary>
public sealed record Fault(FaultKind Kind)
{
    public TimeSpan Time { get; init; }

    public ThrottleForm Form { get; init; } = ThrottleForm.Status429;

    public DoubleResponse? Answer { get; init; }

    public static Fault Drop { get; } = new(FaultKind.Drop);

    public static Fault DropAfter { get; } = new(FaultKind.DropAfter);

    public static Fault TruncateAfter { get; } = new(FaultKind.TruncateAfter);

    public static Fault ErrorAfter { get; } = new(FaultKind.ErrorAfter);

    public static Fault DuplicatePage { get; } = new(FaultKind.DuplicatePage);

    public static Fault RepeatedCursor { get; } = new(FaultKind.RepeatedCursor);

    public static Fault Reorder { get; } = new(FaultKind.Reorder);

    public static Fault Error500 { get; } = Instead(DoubleResponse.OfText(
        500, "application/json", """{"statusCode":500,"error":"InternalServerErrorException","messages":["Internal server error"]}"""));

    public static Fault Empty500 { get; } = Instead(DoubleResponse.Empty(500));

    public static Fault Html502 { get; } = Instead(DoubleResponse.OfText(
        502, "text/html", "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>"));

    public static Fault BrokenJson { get; } = Instead(DoubleResponse.OfText(200, "application/json", """{"data":{"""));

    public static Fault Delay(TimeSpan time) => new(FaultKind.Delay) { Time = time };

    public static Fault SlowBody(TimeSpan time) => new(FaultKind.SlowBody) { Time = time };

    public static Fault Stale(TimeSpan ago) => new(FaultKind.Stale) { Time = ago };

    public static Fault Throttle(ThrottleForm form) => new(FaultKind.Throttle) { Form = form };

    public static Fault Instead(DoubleResponse answer) => new(FaultKind.Instead) { Answer = answer };

    public static Fault Redirect(Uri to) => Instead(DoubleResponse.Empty(302).With(("Location", to.ToString())));

    /// <summary>A fault by its name on the command line and in the control endpoints.</summary>
    public static Fault? ByName(string name) => name.ToLowerInvariant() switch
    {
        "drop" => Drop,
        "dropafter" => DropAfter,
        "truncateafter" => TruncateAfter,
        "errorafter" => ErrorAfter,
        "delay" => Delay(TimeSpan.FromSeconds(2)),
        "stall" => Delay(TimeSpan.FromHours(1)),
        "slowbody" => SlowBody(TimeSpan.FromSeconds(2)),
        "stale" => Stale(TimeSpan.FromSeconds(5)),
        "duplicatepage" => DuplicatePage,
        "repeatedcursor" => RepeatedCursor,
        "reorder" => Reorder,
        "error500" => Error500,
        "empty500" => Empty500,
        "html502" => Html502,
        "brokenjson" => BrokenJson,
        "throttle" => Throttle(ThrottleForm.Status429),
        _ => null,
    };
}
