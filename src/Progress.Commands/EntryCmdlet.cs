namespace Progress.Commands;

/// <summary>A cmdlet that enters what comes down the pipeline, some hundreds in one transaction.</summary>
/// <typeparam name="TNew">What is entered.</typeparam>
/// <typeparam name="TEntered">What it becomes.</typeparam>
public abstract class EntryCmdlet<TNew, TEntered> : ChangeCmdlet
    where TEntered : class
{
    private const int PageSize = 500;

    private readonly List<TNew> page = [];
    private bool trying;
    private long done;

    /// <summary>The item that the parameters describe.</summary>
    protected abstract TNew Item { get; }

    /// <summary>Whom the item is about.</summary>
    protected abstract string About { get; }

    /// <summary>What the item is called when asking for it.</summary>
    protected abstract string Label { get; }

    /// <summary>Enters items in one transaction.</summary>
    protected abstract IReadOnlyList<Entered<TEntered>> Enter(IReadOnlyList<TNew> items, bool dryRun);

    /// <inheritdoc/>
    protected sealed override void Process()
    {
        if (!Agreed(About, $"Enter {Label}", out trying)) return;
        page.Add(Item);
        // What is only tried is tried as a whole: a page that was taken back would not be known to the next one.
        if (page.Count >= PageSize && !trying) EnterPage();
    }

    /// <inheritdoc/>
    protected sealed override void End()
    {
        if (page.Count > 0) EnterPage();
    }

    private void EnterPage()
    {
        TNew[] items = [.. page];
        page.Clear();
        foreach (var entered in Enter(items, trying))
        {
            if (entered.Error is { } error) WriteError(Faults.Record(error));
            else if (!trying) WriteObject(entered.Result);
        }

        Report(new ProgressReport("Entering", done += items.Length, null, "items"));
    }
}
