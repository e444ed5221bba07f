using System.Collections.Concurrent;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Messages for people, by store, until a command takes them.</summary>
internal static class MessageBox
{
    /// <summary>Nobody reads more; the oldest go.</summary>
    private const int Most = 50;

    private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> Boxes = new();

    public static void Put(StoreLocation store, string message)
    {
        var box = Boxes.GetOrAdd(Name(store), _ => new ConcurrentQueue<string>());
        box.Enqueue(message);
        while (box.Count > Most) box.TryDequeue(out _);
    }

    public static IReadOnlyList<string> Take(StoreLocation store)
    {
        if (Boxes.IsEmpty || !Boxes.TryGetValue(Name(store), out var box)) return [];
        List<string> taken = [];
        while (box.TryDequeue(out var message)) taken.Add(message);
        return taken;
    }

    private static string Name(StoreLocation store) => Path.GetFullPath(store.Path);
}
