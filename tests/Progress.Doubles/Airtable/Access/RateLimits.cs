namespace Progress.Doubles.Airtable;

/// <summary>The limits of bases and tokens, and the calls of the month.</summary>
internal sealed class RateLimits
{
    private const int WhenUsedUp = 2;

    private readonly Dictionary<string, SlidingLimit> limits = [];
    private (int Year, int Month) month;

    /// <summary>Calls since the month began, in the clock's UTC.</summary>
    public int CallsThisMonth { get; set; }

    public void Take(string token, Route route, AirtableSwitches switches, DateTimeOffset now)
    {
        if (switches.TokenPerSecond > 0)
            Of(token).Take(switches.TokenPerSecond, switches, now);
        CountMonth(now);
        var isUsedUp = switches.MonthlyCalls > 0 && CallsThisMonth > switches.MonthlyCalls;
        var perSecond = isUsedUp && switches.MonthlyCap == MonthlyCap.TwoPerSecond ? WhenUsedUp : switches.PerSecond;
        if (perSecond > 0 && route.BaseId.Length > 0)
            Of(route.BaseId).Take(perSecond, switches, now);
        if (isUsedUp && switches.MonthlyCap == MonthlyCap.Hard && route.IsOfData)
            throw RateRefusal.Month();
    }

    private SlidingLimit Of(string key)
    {
        if (!limits.TryGetValue(key, out var limit))
            limits.Add(key, limit = new SlidingLimit());
        return limit;
    }

    private void CountMonth(DateTimeOffset now)
    {
        var present = (now.UtcDateTime.Year, now.UtcDateTime.Month);
        if (month != present)
            (month, CallsThisMonth) = (present, month == default ? CallsThisMonth : 0);
        CallsThisMonth++;
    }
}
