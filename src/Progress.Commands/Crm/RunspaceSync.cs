using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Progress.Store;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>The background sync that runspaces want: it ends with the last of them.</summary>
internal static class RunspaceSync
{
    private static readonly ConditionalWeakTable<Runspace, object> Wanting = [];

    public static void Start(StoreLocation store, string connection, BackgroundOptions options)
    {
        var runspace = Runspace.DefaultRunspace;
        if (!Wanting.TryGetValue(runspace, out _))
        {
            Wanting.Add(runspace, runspace);
            runspace.StateChanged += (_, change) =>
            {
                if (change.RunspaceStateInfo.State is RunspaceState.Closing or RunspaceState.Closed or RunspaceState.Broken) Release(runspace);
            };
        }

        BackgroundSync.Start(store, connection, options, runspace);
    }

    public static void Release(Runspace runspace)
    {
        if (Wanting.Remove(runspace)) BackgroundSync.Release(runspace);
    }
}

/// <summary>Ends the runspace's background sync when the module is removed.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => RunspaceSync.Release(Runspace.DefaultRunspace);
}
