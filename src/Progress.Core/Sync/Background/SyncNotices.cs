namespace Progress.Sync;

/// <summary>What a person should know of passes that nobody watches, each thing once.</summary>
/// <param name="connection">The connection.</param>
internal sealed class SyncNotices(string connection)
{
    private readonly HashSet<string> faults = [], remarks = [];
    private int refused;

    /// <summary>What is new with this pass.</summary>
    public IEnumerable<string> Of(SyncResult result) => Texts(result).Select(text => $"{connection}: {text}");

    private List<string> Texts(SyncResult result)
    {
        if (result.Status == SyncOutcome.Paused) return [];
        if (result.Status == SyncOutcome.Failed) return [.. result.Messages.TakeLast(1).Where(m => faults.Add(Kind(m)))];
        List<string> texts = [];
        if (faults.Count > 0) texts.Add(result.Pending == 0 ? "sync works again, and everything is sent." : $"sync works again; {result.Pending} records wait to be sent.");
        faults.Clear();
        texts.AddRange(result.Messages.Where(m => remarks.Add(Kind(m))));
        if (result.Conflicts > 0) texts.Add($"conflicts were found ({result.Conflicts}). Get-CrmConflict lists them, Resolve-CrmConflict ends them.");
        if (result.Refused > refused) texts.Add($"records are refused by the remote ({result.Refused}). Get-CrmSyncStatus says what to do.");
        refused = result.Refused;
        // A pass that only sends says nothing of what is fetched.
        if (result is { Direction: SyncDirection.Both, Status: SyncOutcome.Done, Messages.Count: 0 }) remarks.Clear();
        return texts;
    }

    /// <summary>The same remark with other figures and times is no news.</summary>
    private static string Kind(string message) => string.Concat(message.Where(c => !char.IsDigit(c)));
}
