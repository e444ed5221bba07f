using System.Collections.Concurrent;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Keys that this process was given, by store and connection. They are in memory only, and end with it.</summary>
public static class ApiKeys
{
    private static readonly ConcurrentDictionary<(string Store, string Connection), string> Known = new();

    /// <summary>Keeps a key, e.g. one that was read from a secret.</summary>
    public static void Give(StoreLocation store, string connection, string key) => Known[Name(store, connection)] = key;

    /// <summary>Forgets a key.</summary>
    public static void Forget(StoreLocation store, string connection) => Known.TryRemove(Name(store, connection), out _);

    /// <summary>Whether there is one.</summary>
    public static bool Has(StoreLocation store, string connection) => Known.ContainsKey(Name(store, connection));

    internal static string? Find(StoreLocation store, string connection) => Known.GetValueOrDefault(Name(store, connection));

    private static (string, string) Name(StoreLocation store, string connection) => (Path.GetFullPath(store.Path), connection.ToLowerInvariant());
}
