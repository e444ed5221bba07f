using System.Management.Automation;

namespace Progress.Commands;

/// <summary>What all cmdlets share: errors, cancellation, progress, paging, and asking before a change.</summary>
public abstract class ProgressCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private ProgressLine? line;
    private ulong skipped;
    private ulong written;

    /// <summary>Cancelled by Ctrl+C.</summary>
    protected CancellationToken StopToken => stopping.Token;

    /// <summary>The current folder of the file system, whatever drive PowerShell is on.</summary>
    protected string CurrentFolder => SessionState.Path.CurrentFileSystemLocation.ProviderPath;

    /// <summary>Whether the pipeline, or an argument without items, named nothing: then nothing is meant, and not everything.</summary>
    /// <param name="parameter">The parameter that takes what is named.</param>
    protected bool NamesNothing(string parameter) =>
        MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Before anything else: what others have to say.</summary>
    protected virtual void Greet() { }

    /// <summary>Before the first object; whatever is wrong here ends the command.</summary>
    protected virtual void Begin() { }

    /// <summary>Once for each object of the pipeline, or once without one.</summary>
    protected virtual void Process() { }

    /// <summary>After the last object.</summary>
    protected virtual void End() { }

    /// <summary>Shows how far long work has come.</summary>
    protected void Report(ProgressReport report) => (line ??= new ProgressLine(this)).Show(report);

    /// <summary>Does one piece of work; its fault is written as an error and the others go on, unless the store is at fault.</summary>
    /// <returns>Whether it was done.</returns>
    protected bool Guard(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (ProgressException error) when (error.Kind is ErrorKind.Store or ErrorKind.Busy)
        {
            ThrowTerminatingError(Faults.Record(error));
        }
        catch (ProgressException error)
        {
            WriteError(Faults.Record(error));
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            // PowerShell is ending the pipeline; there is nobody left to tell.
        }

        return false;
    }

    /// <summary>Does what nothing can go on without; its fault ends the command.</summary>
    protected T Must<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ProgressException error)
        {
            ThrowTerminatingError(Faults.Record(error));
            throw;
        }
    }

    /// <summary>Writes objects one by one, those that <c>-First</c> and <c>-Skip</c> ask for.</summary>
    protected void WriteAll<T>(IEnumerable<T> items)
    {
        if (PagingParameters is { } page && page.IncludeTotalCount)
        {
            items = [.. items];
            WriteObject(page.NewTotalCount((ulong)items.Count(), 1.0));
        }

        foreach (var item in items)
        {
            StopToken.ThrowIfCancellationRequested();
            if (PagingParameters?.First == written) return;
            if (skipped < PagingParameters?.Skip)
            {
                skipped++;
                continue;
            }

            written++;
            WriteObject(item);
        }
    }

    /// <summary>Asks whether to make a change.</summary>
    /// <param name="target">The thing that changes.</param>
    /// <param name="action">What is done to it, beginning with a verb.</param>
    /// <param name="dryRun">True under <c>-WhatIf</c>: do everything, and take it back.</param>
    /// <returns>False where the user said no.</returns>
    protected bool Agreed(string target, string action, out bool dryRun)
    {
        var agreed = ShouldProcess(
            $"Performing the operation \"{action}\" on target \"{target}\".",
            $"Are you sure you want to perform this action?\n{action}: {target}", "Confirm", out var reason);
        dryRun = reason == ShouldProcessReason.WhatIf;
        return agreed || dryRun;
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Guard(() => Must(() =>
    {
        Greet();
        Begin();
        return true;
    }));

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Guard(Process);

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        Guard(End);
        line?.Complete();
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => stopping.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what is held; called however the command ends.</summary>
    protected virtual void Close() { }
}
