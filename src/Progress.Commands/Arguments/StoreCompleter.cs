using System.Collections;
using System.Management.Automation;
using Progress.Store;

namespace Progress.Commands;

/// <summary>Completes names that the store holds; without a store there are none, and none is made.</summary>
public abstract class StoreCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected sealed override IEnumerable<Completion> Names(IDictionary bound)
    {
        var location = Given(bound["Store"]) ?? ConnectedStore.OfRunspace ?? StoreLocation.Default();
        if (!File.Exists(location.Path)) return [];
        using var store = ProgressStore.Open(location, new StoreOptions { Command = "complete", BusyLimit = TimeSpan.Zero });
        return [.. Names(store)];
    }

    /// <summary>All names.</summary>
    protected abstract IEnumerable<Completion> Names(ProgressStore store);

    private static StoreLocation? Given(object? store)
    {
        if ((store as PSObject)?.BaseObject is StoreLocation wrapped) return wrapped;
        if (store is not string path) return store as StoreLocation;
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return new StoreLocation(shell.AddCommand("Convert-Path").AddParameter("LiteralPath", path).Invoke<string>().Single());
    }
}
