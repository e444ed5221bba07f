using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>What a remote has of what we keep there.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Entity">The remote's object, e.g. <c>repProgression</c>.</param>
/// <param name="Exists">Whether it is there.</param>
/// <param name="Passed">Whether everything is there that sync needs.</param>
/// <param name="Fields">Every field, in documented order.</param>
public sealed record CrmSchemaTest(string Connection, string Entity, bool Exists, bool Passed, IReadOnlyList<CrmSchemaField> Fields)
{
    /// <summary>0 when everything is there, 2 when not.</summary>
    public int ExitCode => Passed ? 0 : 2;
}

/// <summary>A field of a remote's object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type that it should have.</param>
/// <param name="State">Whether it is there and usable.</param>
/// <param name="Found">The type that it has, where another one.</param>
/// <param name="NextStep">What a person must do by hand, or null.</param>
public sealed record CrmSchemaField(string Name, string Type, FieldState State, string? Found, string? NextStep);

/// <summary>Verifies and creates what we keep in a CRM.</summary>
public static class CrmSchema
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What the remote has; one object for each of its objects that we write.</summary>
    /// <exception cref="ProgressException"><c>ConnectionNotFound</c>; of the service <c>Unreachable</c>, <c>KeyInvalid</c> and its like.</exception>
    public static IReadOnlyList<CrmSchemaTest> Test(ProgressStore store, string connection, SyncHost host, CancellationToken cancel = default) =>
        Ask(store, connection, host, (provider, stop) => provider.Describe(stop), cancel);

    /// <summary>Creates what is missing and may be created; what may not says what to add by hand.</summary>
    /// <exception cref="ProgressException">As <see cref="Test"/>.</exception>
    public static IReadOnlyList<CrmSchemaTest> Initialize(ProgressStore store, string connection, SyncHost host, CancellationToken cancel = default) =>
        Ask(
            store, connection, host,
            (provider, stop) =>
            {
                // A pass that met a schema half made would send half of what waits.
                using var lease = SyncLease.Take(store, connection, $"{store.Options.Command} of {store.Options.User}", Patience, stop);
                return provider.Create(stop);
            },
            cancel);

    private static IReadOnlyList<CrmSchemaTest> Ask(
        ProgressStore store, string name, SyncHost host, Func<ISyncProvider, CancellationToken, RemoteSchema> ask, CancellationToken cancel)
    {
        var connection = CrmConnections.Find(store.Location, name);
        try
        {
            var mapping = ConnectionMapping.Of(store, connection, UserSettings.Load(store.Location.Folder));
            using var opened = CrmConnections.Open(store, connection, host, null, mapping);
            var schema = ask(opened.Provider, cancel);
            var tests = schema.Entities.Select(e => Describe(connection.Name, e)).ToList();
            store.Change(change =>
            {
                var state = ConnectionState.Read(store, connection.Name) with { Schema = schema };
                var isComplete = tests.TrueForAll(t => t.Passed);
                (isComplete ? state.Recovered() : state).Save(change);
                // What was refused for want of a field is tried again.
                if (isComplete)
                    foreach (var entity in Providers.Outbox(connection.Provider)) OutboxTable.Retry(change, entity);
                return true;
            });
            return tests;
        }
        catch (RemoteException fault)
        {
            throw fault.ToError(connection.Name);
        }
    }

    private static CrmSchemaTest Describe(string connection, RemoteEntity entity) => new(
        connection, entity.Name, entity.Exists, entity.Exists && entity.Fields.All(f => f.State == FieldState.Present || (f.State == FieldState.Missing && f.IsOptional)),
        entity.Fields.Select(f => new CrmSchemaField(f.Name, f.Type, f.State, f.Found, f.Note)).ToList());
}
