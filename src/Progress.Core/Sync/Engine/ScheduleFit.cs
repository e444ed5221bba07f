namespace Progress.Sync;

/// <summary>Whether the calls of a month suffice: for a pass, and for passes on a schedule.</summary>
internal static class ScheduleFit
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>What a person should know before the calls of the month are used up; null where they suffice.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="steps">What a pass would do.</param>
    /// <param name="used">Calls of this month so far.</param>
    public static SyncPlanStep? Of(CrmConnection connection, IReadOnlyList<SyncPlanStep> steps, int used)
    {
        if (connection.Limit.PerMonth is not { } all) return null;
        var now = steps.Sum(s => s.Calls);
        if (used + now > all) return Step($"does not fit: {Math.Max(0, all - used):N0} of the {all:N0} calls of this month are left (airtable.plan)");
        var period = Providers.Traits(connection.Provider).PullPeriod;
        // A scheduled pass that finds nothing new asks once for each reading.
        var scheduled = steps.Count(s => s.Direction == SyncDirection.Pull) * (long)(Month / period);
        return scheduled > all ? Step($"a pull every {period.TotalMinutes:0} minutes does not fit: about {scheduled:N0} of {all:N0} calls a month (airtable.plan). Pull on demand, or seldom") : null;

        SyncPlanStep Step(FormattableString text) => new(connection.Name, FormattableString.Invariant(text), SyncDirection.Both, null, 0, 0);
    }
}
