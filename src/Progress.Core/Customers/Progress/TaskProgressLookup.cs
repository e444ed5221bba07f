using Progress.Store;

namespace Progress.Customers;

/// <summary>Finds one progress record.</summary>
internal static class TaskProgressLookup
{
    /// <summary>The record of a code or of a sync key.</summary>
    /// <exception cref="ProgressException"><c>TaskProgressNotFound</c>, <c>TaskProgressGone</c>.</exception>
    public static TaskProgressRow One(ProgressStore store, string progressId)
    {
        var row = Find(store, progressId.Trim())
            ?? throw new ProgressException(
                "TaskProgressNotFound", ErrorKind.NotFound,
                $"There is no progress record '{progressId}'; allowed: {ProgressCode.Allowed}, or a SyncKey. Get-TaskProgress lists the records.", progressId);
        if (row.Gone is { } gone)
            throw new ProgressException(
                "TaskProgressGone", ErrorKind.Conflict,
                $"{row.Code} ('{row.Name}') was found to be deleted in Airtable on {IsoText.Day(DateOnly.FromDateTime(StoredValues.FromMs(gone)))}. Add-TaskProgress enters the task anew.", progressId);
        return row;
    }

    private static TaskProgressRow? Find(ProgressStore store, string text)
    {
        using var table = new TaskProgressTable(store.Connection);
        return Guid.TryParseExact(text, "D", out var key) ? table.Find(key)
            : ProgressCode.TryParse(text, out var code) ? table.Find(code.Value)
            : null;
    }
}
