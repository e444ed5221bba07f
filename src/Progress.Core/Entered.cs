namespace Progress;

/// <summary>What became of something entered.</summary>
public enum EntryStatus
{
    /// <summary>It is new.</summary>
    Recorded,

    /// <summary>It was there already; nothing changed.</summary>
    Duplicate,

    /// <summary>It was corrected: counters and gates no longer count it, its XP stays.</summary>
    Undone,
}

/// <summary>One of several entries: what it became, or why it could not be entered.</summary>
/// <param name="Result">What it became, or null.</param>
/// <param name="Error">Why it could not be entered, or null.</param>
/// <typeparam name="T">What is entered.</typeparam>
public readonly record struct Entered<T>(T? Result, ProgressException? Error)
    where T : class;

internal static class Entered
{
    /// <summary>Enters one after the other: what is wrong with one is its answer, what is wrong with the store is thrown.</summary>
    public static IReadOnlyList<Entered<TEntered>> Each<TNew, TEntered>(
        IReadOnlyList<TNew> items, Func<TNew, TEntered> enter, CancellationToken cancel)
        where TEntered : class
    {
        var results = new List<Entered<TEntered>>(items.Count);
        foreach (var item in items)
        {
            cancel.ThrowIfCancellationRequested();
            results.Add(Try(item, enter));
        }

        return results;
    }

    private static Entered<TEntered> Try<TNew, TEntered>(TNew item, Func<TNew, TEntered> enter)
        where TEntered : class
    {
        try
        {
            return new Entered<TEntered>(enter(item), null);
        }
        catch (ProgressException error) when (error.Kind is ErrorKind.InvalidData or ErrorKind.NotFound or ErrorKind.Conflict)
        {
            return new Entered<TEntered>(null, error);
        }
    }
}
