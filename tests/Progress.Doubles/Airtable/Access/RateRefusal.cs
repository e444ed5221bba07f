namespace Progress.Doubles.Airtable;

/// <summary>A request refused for its rate, or because the month's calls are used up.</summary>
/// <param name="wait">How long; null where waiting does not help.</param>
internal sealed class RateRefusal(string type, string message, TimeSpan? wait) : AirtableError(429, type, message)
{
    public TimeSpan? Wait => wait;

    public static RateRefusal TooFast(TimeSpan wait) => new("RATE_LIMIT_REACHED", "Rate limit exceeded. Please try again later", wait);

    public static RateRefusal Month() => new(
        "PUBLIC_API_BILLING_LIMIT_EXCEEDED", "The API calls of this workspace's plan are used up for this month.", wait: null);
}
