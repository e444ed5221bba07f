using System.Management.Automation;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>A cmdlet that changes the store.</summary>
public abstract class ChangeCmdlet : StoreCmdlet
{
    /// <summary>Why the change is made; the audit keeps it.</summary>
    [Parameter]
    public virtual string? Reason { get; set; }

    /// <inheritdoc/>
    protected override string? Why => Reason;

    /// <inheritdoc/>
    protected override void Close()
    {
        if (IsOpen) BackgroundSync.Signal(Opened.Location);
        base.Close();
    }
}
