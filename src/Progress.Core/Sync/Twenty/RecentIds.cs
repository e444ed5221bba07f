namespace Progress.Sync.Twenty;

/// <summary>The ids of the last pages: enough to know a record that comes again, however long the list is.</summary>
internal sealed class RecentIds
{
    /// <summary>Ids are forgotten when at least so many came after them.</summary>
    public const int Kept = 50 * TwentyPages.PageSize;

    private HashSet<Guid> newer = [], older = [];

    /// <summary>Notes an id; false where it came lately.</summary>
    public bool Add(Guid id)
    {
        if (older.Contains(id) || !newer.Add(id)) return false;
        if (newer.Count == Kept) (newer, older) = ([], newer);
        return true;
    }
}
