using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Tells how connections stand, from the store alone: nobody is called.</summary>
public static class CrmSyncStatuses
{
    /// <summary>The status of each connection, in the order of the settings.</summary>
    /// <param name="store">The store.</param>
    /// <param name="host">The environment, to see whether keys are there.</param>
    /// <param name="connection">Only this one: a name, or a pattern; all without it.</param>
    /// <exception cref="ProgressException"><c>ConnectionNotFound</c>; <c>InvalidSettings</c>.</exception>
    public static IReadOnlyList<CrmSyncStatus> Get(ProgressStore store, SyncHost host, string? connection = null)
    {
        var connections = CrmConnections.List(store.Location, connection);
        var paused = UserSettings.Load(store.Location.Folder).Sync.Paused;
        return [.. connections.Select(c => Get(store, host, c, paused))];
    }

    private static CrmSyncStatus Get(ProgressStore store, SyncHost host, CrmConnection connection, bool paused)
    {
        var state = ConnectionState.Read(store, connection.Name);
        var counts = SyncCounts.Read(store, connection);
        var budget = CallBudget.Read(store, connection.Remote, connection.Limit);
        var traits = Providers.Traits(connection.Provider);
        var hasKey = connection.Key?.Read(store.Location, connection.Name, host) is not null || connection.Key is null;
        var status = new CrmSyncStatus
        {
            Connection = connection.Name, Provider = connection.Provider, Uri = connection.Uri, State = CrmSyncState.Ok,
            Pending = counts.Pending, Refused = counts.Refused, Refusals = counts.Refusals, OpenConflicts = counts.Conflicts,
            LocalOnlyCalls = state.LastPull is null ? null : counts.LocalOnlyCalls, LastPush = state.LastPush, LastPull = state.LastPull,
            Error = state.Error?.Message, ErrorId = state.Error?.Id, ErrorSince = state.Error?.Since,
            ErrorStep = state.Error is null ? null : SyncNextStep.OfError(state.Error.Id, connection),
            Schema = SchemaText.Of(state.Schema), Server = state.Server is { } server ? $"{server.Product} {server.Version}".TrimEnd() : null,
            KeySource = connection.KeySource, KeyPresent = hasKey, KeyExpires = state.Server?.KeyExpires,
            CallsPerMinute = budget.PerMinute, CallsLeft = budget.Left, ExpectedSeconds = budget.ExpectedSeconds(Calls(counts.Pending, traits)),
            CallsThisMonth = budget.PerMonth is null && connection.Base is null ? null : budget.ThisMonth, CallsPerMonth = budget.PerMonth,
            SyncedBy = SyncLease.Holder(store, connection.Name)?.Who,
        };
        return status with { State = StateOf(status, paused), NextStep = SyncNextStep.Of(status, connection, paused, store.UtcNow) };
    }

    private static CrmSyncState StateOf(CrmSyncStatus status, bool paused) => status switch
    {
        _ when paused => CrmSyncState.Paused,
        { Error: not null } or { Refused: > 0 } or { KeyPresent: false } => CrmSyncState.Problem,
        { LastPush: null, LastPull: null } => CrmSyncState.NeverSynced,
        { Pending: > 0 } => CrmSyncState.Pending,
        _ => CrmSyncState.Ok,
    };

    /// <summary>Records are read, then written.</summary>
    private static int Calls(int pending, ProviderTraits traits) =>
        pending == 0 ? 0 : Pages.Of(pending, traits.KeysPerRead) + Pages.Of(pending, traits.UpdateBatch);
}
