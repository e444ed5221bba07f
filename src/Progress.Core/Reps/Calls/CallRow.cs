namespace Progress.Reps;

/// <summary>A call as its row in the store has it.</summary>
internal sealed record CallRow(
    Guid Note, string Title, long At, long? Updated, int? NotedRep, int? Rep, int? Day,
    int Seconds, int Disposition, CallOutcome Outcome, CallSource Sources, long Rules, long Change, CallCrm Crm = CallCrm.Unseen);

/// <summary>Whether a call's note is in the CRM.</summary>
internal enum CallCrm
{
    /// <summary>It was never seen there.</summary>
    Unseen,

    /// <summary>It is there.</summary>
    Shown,

    /// <summary>It was there, and is in the bin or no call any more.</summary>
    Gone,
}

/// <summary>Which of two versions of one call counts: the greater, whatever the order of arrival.</summary>
internal static class CallVersion
{
    /// <summary>By <c>updatedAt</c>, then by ordinal title, then by rep, then by time.</summary>
    public static int Compare(CallRow a, CallRow b, Func<int, Guid> member)
    {
        var order = (a.Updated ?? long.MinValue).CompareTo(b.Updated ?? long.MinValue);
        if (order == 0) order = string.CompareOrdinal(a.Title, b.Title);
        if (order == 0) order = string.CompareOrdinal(Text(a.NotedRep), Text(b.NotedRep));
        return order != 0 ? order : a.At.CompareTo(b.At);

        string Text(int? rep) => rep is { } key ? member(key).ToString() : "";
    }

    /// <summary>Whether two versions say the same, whenever they were saved.</summary>
    public static bool SameContent(CallRow a, CallRow b) =>
        a.Title == b.Title && a.NotedRep == b.NotedRep && a.At == b.At;
}
