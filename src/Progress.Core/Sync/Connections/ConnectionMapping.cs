using Progress.Customers;
using Progress.Settings;
using Progress.Store;
using Progress.Sync.Airtable;

namespace Progress.Sync;

/// <summary>What the settings and the store say of what a connection reads and writes.</summary>
internal static class ConnectionMapping
{
    public static RemoteMapping Of(ProgressStore store, CrmConnection connection, UserSettings settings) => connection.Provider switch
    {
        CrmProvider.Twenty => OutcomeSource.Mapping(settings.Twenty),
        CrmProvider.Airtable => RemoteMapping.None with { Tables = Tables(store, settings.Airtable.Tables) },
        _ => RemoteMapping.None,
    };

    private static Dictionary<string, MappedTable> Tables(ProgressStore store, AirtableTables tables) => new()
    {
        [EntityNames.TaskProgress] = Table(tables.TaskProgress, []),
        [EntityNames.CustomerAsset] = Table(
            tables.CustomerAsset, new() { [CustomerTables.NextTasks] = [.. TaskCatalog.Load(store).All.Select(t => t.TaskName).Distinct()] }),
    };

    private static MappedTable Table(AirtableTableSettings? table, Dictionary<string, IReadOnlyList<string>> choices) =>
        new(table?.Title, table?.Fields ?? new Dictionary<string, string>(), choices);
}
