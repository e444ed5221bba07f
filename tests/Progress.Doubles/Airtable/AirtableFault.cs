using System.Globalization;

namespace Progress.Doubles.Airtable;

/// <summary>Answers that take the place of the service's own.</summary>
public static class AirtableFault
{
    public static Fault Error500 { get; } =
        Of(500, """{"error":{"type":"SERVER_ERROR","message":"Internal server error"}}""");

    /// <summary>The calls of the month are used up, for this one request.</summary>
    public static Fault MonthUsedUp { get; } = Of(
        429, """{"error":{"type":"PUBLIC_API_BILLING_LIMIT_EXCEEDED","message":"The API calls of this workspace's plan are used up for this month."}}""");

    /// <summary>503, which says that it is safe to try again.</summary>
    /// <param name="retryAfter">Of the header, in whole seconds; null sends none.</param>
    public static Fault Unavailable(TimeSpan? retryAfter = null)
    {
        var fault = Of(
            503,
            """{"error":{"type":"RETRIABLE_ERROR","message":"Server encountered an error while processing your request, and it is safe to retry the request"}}""");
        return retryAfter is { } wait
            ? Fault.Instead(fault.Answer!.With(("Retry-After", ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture))))
            : fault;
    }

    private static Fault Of(int status, string body) =>
        Fault.Instead(DoubleResponse.OfText(status, "application/json; charset=utf-8", body));
}
