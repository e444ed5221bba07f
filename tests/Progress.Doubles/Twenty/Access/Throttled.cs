using System.Globalization;
using System.Text.Json;

namespace Progress.Doubles;

/// <summary>A request refused for its rate, in the form of the release.</summary>
internal sealed class Throttled(ThrottleForm form, int limit, int windowMs, TimeSpan wait, DateTimeOffset resets)
    : ApiError(StatusOf(form), "HttpException", $"Limit reached ({limit} tokens per {windowMs} ms)")
{
    private int RetryAfter => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    private bool IsV2 => form is ThrottleForm.V2Headers or ThrottleForm.Status402;

    /// <summary>200 in the old forms: there the errors say it.</summary>
    public int GraphQlStatus => IsV2 ? Status : 200;

    public DoubleResponse Rest() => IsV2
        ? WithHeaders(DoubleResponse.OfJson(Status, V2Body()))
        : DoubleResponse.OfJson(Status, RestErrors.Body(this));

    public DoubleResponse WithHeaders(DoubleResponse response) => form != ThrottleForm.V2Headers
        ? response
        : response.With(
            ("Retry-After", RetryAfter.ToString(CultureInfo.InvariantCulture)),
            ("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture)),
            ("X-RateLimit-Remaining", "0"),
            ("X-RateLimit-Reset", resets.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    private static int StatusOf(ThrottleForm form) => form switch
    {
        ThrottleForm.Status400 => 400,
        ThrottleForm.Status402 => 402,
        _ => 429,
    };

    private byte[] V2Body() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        statusCode = Status,
        error = "UsageLimitException",
        messages = new[] { form == ThrottleForm.Status402 ? "Usage quota exhausted" : "Rate limit exceeded" },
        limitKind = form == ThrottleForm.Status402 ? "QUOTA" : "RATE",
        exhaustedKind = form == ThrottleForm.Status402 ? "QUOTA" : "RATE",
        scope = new { spenderType = "WORKSPACE", spenderId = StableId.Of("workspace"), operationType = "API_CALL" },
        limit,
        remaining = 0,
        periodCount = windowMs / 1000,
        periodUnit = "SECOND",
        retryAfterSeconds = RetryAfter,
    });
}
