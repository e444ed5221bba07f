using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Syncs the store with its connections.</summary>
public static class CrmSync
{
    /// <summary>One pass of each connection that is asked for, one after the other.</summary>
    /// <exception cref="ProgressException">
    /// <c>SyncBusy</c>: another pass is at work and did not end in time; <c>ConnectionNotFound</c>; <c>NotConnected</c>; <c>InvalidSettings</c>;
    /// <c>InvalidPace</c>; store errors. What the remote does wrong is told in the result.
    /// </exception>
    public static IEnumerable<SyncResult> Invoke(ProgressStore store, SyncRequest request, CancellationToken cancel = default)
    {
        var settings = UserSettings.Load(store.Location.Folder);
        foreach (var connection in Connections(store, request)) yield return new SyncRun(store, connection, settings, request, cancel).Run();
    }

    /// <summary>What a pass would read and write, in how many calls and seconds. Asks nobody, and writes nothing.</summary>
    /// <exception cref="ProgressException"><c>ConnectionNotFound</c>; <c>NotConnected</c>; <c>InvalidSettings</c>; <c>InvalidPace</c>.</exception>
    public static IReadOnlyList<SyncPlanStep> Plan(ProgressStore store, SyncRequest request) =>
        [.. Connections(store, request).SelectMany(connection => Plan(store, connection, request))];

    /// <summary>The same of one connection, which need not be kept yet.</summary>
    public static IEnumerable<SyncPlanStep> Plan(ProgressStore store, CrmConnection connection, SyncRequest request)
    {
        var (traits, limit) = (Providers.Traits(connection.Provider), connection.Limit);
        if (request.Pace is { } pace) limit = limit with { Pace = pace };
        var seconds = limit.PaceWith(null) is { } even ? 60 / even.PerMinute : 0;
        var steps = SyncFlows.Of(connection.Provider, request.Direction).Distinct()
            .SelectMany(flow => flow.Plan(store, connection.Name, traits, request))
            .Where(step => step.Calls > 0)
            .Select(step => step with { Seconds = Math.Round(step.Calls * seconds, 1) })
            .ToList();
        return ScheduleFit.Of(connection, steps, CallBudget.Read(store, connection.Remote, connection.Limit).ThisMonth) is { } warning ? [.. steps, warning] : steps;
    }

    /// <summary>The connections that are asked for, in the order in which they are synced.</summary>
    internal static IReadOnlyList<CrmConnection> Connections(ProgressStore store, SyncRequest request)
    {
        if (request.Pace is { } pace && !(pace > 0 && pace <= 1))
            throw new ProgressException("InvalidPace", ErrorKind.Usage, FormattableString.Invariant($"Pace is {pace}; allowed: above 0, up to 1."), pace);
        var found = CrmConnections.List(store.Location, request.Connection);
        if (found.Count == 0)
            throw new ProgressException("NotConnected", ErrorKind.NotFound, "This store is connected with nothing. Connect-Crm makes a connection.", request.Connection);
        return [.. found.OrderBy(c => SyncFlows.Order(c.Provider))];
    }
}
