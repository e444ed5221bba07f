using Progress.Store;
using Progress.Sync;

namespace Progress.Setup;

/// <summary>What the doctor says of connections, from the store alone: nobody is called.</summary>
internal static class ConnectionFindings
{
    public static IEnumerable<SetupFinding> Of(ProgressStore store, SyncHost host)
    {
        try
        {
            var all = CrmSyncStatuses.Get(store, host);
            return all.Count == 0 ? [new SetupFinding("connections", SetupStatus.Ok, "none", null)] : [.. all.SelectMany(s => Of(s, store.UtcNow))];
        }
        catch (ProgressException error)
        {
            return [new SetupFinding("connections", SetupStatus.Problem, error.Message, "Correct the file; Get-ProgressSetting connections says what is allowed.")];
        }
    }

    private static IEnumerable<SetupFinding> Of(CrmSyncStatus status, DateTime now)
    {
        var name = status.Connection;
        yield return status.State == CrmSyncState.Paused
            ? new SetupFinding($"connection {name}", SetupStatus.Warning, $"{status.Uri}: sync is paused", status.NextStep)
            : status.State == CrmSyncState.NeverSynced
                ? new SetupFinding($"connection {name}", SetupStatus.Warning, $"{status.Uri}: never synced", $"Invoke-CrmSync {name}")
                : new SetupFinding($"connection {name}", SetupStatus.Ok, status.Uri, null);
        if (!status.KeyPresent)
            yield return new SetupFinding($"key of {name}", SetupStatus.Problem, $"there is none ({status.KeySource})", status.NextStep);
        else if (KeyExpiry.Warning(status.KeyExpires, now) is { } warning)
            yield return new SetupFinding($"key of {name}", status.KeyExpires <= now ? SetupStatus.Problem : SetupStatus.Warning, status.KeySource, warning);
        if (status.Error is { } error)
            yield return new SetupFinding($"sync of {name}", SetupStatus.Problem, $"since {IsoText.Utc(status.ErrorSince!.Value)}: {error}", status.ErrorStep);
        if (status.Refused > 0)
            yield return new SetupFinding(
                $"records of {name}", SetupStatus.Warning, $"{status.Refused} refused; the first: {status.Refusals[0].Reason}", SyncNextStep.OfRefusals(name));
        if (status.OpenConflicts > 0)
            yield return new SetupFinding($"conflicts of {name}", SetupStatus.Warning, $"{status.OpenConflicts} open", SyncNextStep.OfConflicts(name));
    }
}
