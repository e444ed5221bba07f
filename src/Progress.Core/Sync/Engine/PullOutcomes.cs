using Progress.Reps;
using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Takes in deals and appointments from the records that the settings name; each mapping stops alone.</summary>
internal sealed class PullOutcomes : ISyncFlow
{
    public string Name => "deals and appointments";

    public bool IsPush => false;

    public void Run(SyncPass pass)
    {
        foreach (var source in OutcomeSource.All)
        {
            if (source.Of(pass.Switches.Twenty) is not { } mapping) continue;
            try
            {
                Read(pass, source, mapping);
            }
            catch (RemoteException fault) when (!fault.EndsPass)
            {
                pass.Fail(fault.Fault.ToString(), $"{source.Setting}: {fault.Message}");
            }
        }
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        var settings = UserSettings.Load(store.Location.Folder).Twenty;
        foreach (var mapping in OutcomeSource.All.Select(s => s.Of(settings)).OfType<OutcomeSettings>())
            yield return new SyncPlanStep(connection, $"read {mapping.Object} that changed", SyncDirection.Pull, null, 1, 0);
    }

    private static void Read(SyncPass pass, OutcomeSource source, OutcomeSettings mapping)
    {
        var stamp = OutcomeSource.Stamp(mapping);
        // By another mapping other records count, changed or not.
        var cursor = CursorTable.Find(pass.Store, pass.Connection, source.Entity)?.Split(' ') is [var by, var last] && by == stamp ? last : null;
        var reading = new OutcomeReading(pass, source, mapping, isWhole: cursor is null);
        foreach (var page in pass.Provider.Changes(source.Entity, cursor, pass.Cancel))
        {
            reading.Take(page);
            cursor = page.Cursor;
        }

        reading.Complete(cursor is null ? null : $"{stamp} {cursor}");
        CrmCalls.Settle(pass.Store, pass.Connection, pass.Cancel);
    }
}
