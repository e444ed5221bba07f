namespace Progress.Commands;

/// <summary>A cmdlet that reads something of named things: collects which ones are meant, and reads them in one go.</summary>
/// <typeparam name="T">What it writes.</typeparam>
public abstract class SelectionCmdlet<T> : StoreCmdlet
{
    private readonly List<string> selectors = [];

    /// <summary>What the parameter names; nothing for all.</summary>
    protected abstract string[]? Selected { get; }

    /// <summary>The parameter that names them.</summary>
    protected abstract string Parameter { get; }

    /// <summary>Id of Core's error about a name that nothing has.</summary>
    protected abstract string UnknownId { get; }

    /// <inheritdoc/>
    protected sealed override void Process() => selectors.AddRange(Selected ?? []);

    /// <inheritdoc/>
    protected sealed override void End()
    {
        if (selectors.Count == 0 && NamesNothing(Parameter)) return;
        Write(selectors);
    }

    /// <summary>Reads.</summary>
    /// <param name="names">Ids, names or patterns; empty for all.</param>
    protected abstract IEnumerable<T> Read(IReadOnlyCollection<string> names);

    /// <summary>Writes what is read; an unknown name is an error, and the others are answered for.</summary>
    protected virtual void Write(IReadOnlyCollection<string> names)
    {
        while (!TryRead())
            if (selectors.Count == 0) return;
    }

    // Core refuses an unknown name before it answers for any; the others are still to be answered for.
    private bool TryRead()
    {
        try
        {
            WriteAll(Read(selectors));
            return true;
        }
        catch (ProgressException error) when (error.Id == UnknownId && error.Target is string unknown && selectors.RemoveAll(s => s == unknown) > 0)
        {
            WriteError(Faults.Record(error));
            return false;
        }
    }
}
