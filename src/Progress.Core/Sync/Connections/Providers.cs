using Progress.Settings;
using Progress.Sync.Airtable;
using Progress.Sync.RedHawk;
using Progress.Sync.Twenty;

namespace Progress.Sync;

/// <summary>The one place that knows which providers there are.</summary>
internal static class Providers
{
    /// <summary>What a provider is and allows.</summary>
    public static ProviderTraits Traits(CrmProvider provider) => provider switch
    {
        CrmProvider.Twenty => TwentyProvider.Abilities,
        CrmProvider.Airtable => AirtableProvider.Abilities,
        _ => RedHawkProvider.Abilities,
    };

    /// <summary>Entities of the outbox that a provider carries.</summary>
    public static IReadOnlyList<string> Outbox(CrmProvider provider) => provider switch
    {
        CrmProvider.Twenty => [EntityNames.RepProgression, EntityNames.Note],
        CrmProvider.Airtable => [EntityNames.TaskProgress, EntityNames.CustomerAsset],
        _ => [],
    };

    public static ISyncProvider Open(
        CrmConnection connection, Func<string?> key, ICallGate gate, TimeProvider clock, SyncHost host, RemoteMapping mapping) => connection.Provider switch
    {
        CrmProvider.Twenty => new TwentyProvider(new Uri(connection.Uri), key, gate, clock, host, mapping),
        CrmProvider.Airtable => new AirtableProvider(new Uri(connection.Uri), key, gate, clock, host, AirtableMap.Of(connection.Base!, mapping)),
        _ => new RedHawkProvider(new Uri(connection.Uri), gate, clock, host),
    };
}
