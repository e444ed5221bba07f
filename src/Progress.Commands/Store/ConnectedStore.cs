using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Progress.Store;

namespace Progress.Commands;

/// <summary>The store that each runspace is connected to.</summary>
internal static class ConnectedStore
{
    private static readonly ConditionalWeakTable<Runspace, StoreLocation> Stores = [];

    /// <summary>The store of the runspace at work, or null.</summary>
    public static StoreLocation? OfRunspace
    {
        get => Runspace.DefaultRunspace is { } runspace && Stores.TryGetValue(runspace, out var location) ? location : null;
        set
        {
            if (value is null) Stores.Remove(Runspace.DefaultRunspace);
            else Stores.AddOrUpdate(Runspace.DefaultRunspace, value);
        }
    }
}
