using System.Text;

namespace Progress.Doubles;

/// <summary>Every request that arrived, in order, with what was answered.</summary>
public sealed class Journal
{
    private readonly Lock gate = new();
    private readonly List<JournalEntry> entries = [];

    /// <summary>False keeps nothing, for runs of millions of requests.</summary>
    public bool Keeps { get; set; } = true;

    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (gate)
                return [.. entries];
        }
    }

    /// <summary>All entries as text; of the Authorization header only its presence.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var entry in Entries)
                text.Append(entry).Append('\n');
            return text.ToString();
        }
    }

    public void Clear()
    {
        lock (gate)
            entries.Clear();
    }

    internal void Add(DateTimeOffset at, DoubleRequest request, DoubleResponse response, Fault? fault)
    {
        if (!Keeps)
            return;
        lock (gate)
            entries.Add(new JournalEntry(at, request, response.Status, response.Delivery, fault));
    }
}
