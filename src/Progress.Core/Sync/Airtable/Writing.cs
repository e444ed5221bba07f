using System.Text.Json.Nodes;

namespace Progress.Sync.Airtable;

/// <summary>Writes under way: what is settled of them, and the table as it was last seen.</summary>
internal sealed class Writing
{
    private readonly WriteOutcome?[] outcomes;
    private readonly string[] ids;
    private int begun;

    public Writing(IReadOnlyList<RecordWrite> writes, AirtableTable table)
    {
        (Writes, Table, outcomes, ids) = (writes, table, new WriteOutcome?[writes.Count], [.. writes.Select(w => w.Id)]);
        Check();
    }

    public IReadOnlyList<RecordWrite> Writes { get; }

    public AirtableTable Table { get; private set; }

    /// <summary>Whether the table was looked at again.</summary>
    public bool HasLooked { get; private set; }

    /// <summary>What became of the writes, up to the first that is not settled.</summary>
    public IReadOnlyList<WriteOutcome> Outcomes => [.. outcomes.TakeWhile(o => o is not null).Select(o => o!)];

    public WriteOutcome? Outcome(int i) => outcomes[i];

    public bool IsSettled(int i) => outcomes[i] is not null;

    public void Settle(int i, WriteOutcome outcome) => outcomes[i] = outcome;

    /// <summary>The record turned out to have that id.</summary>
    public void Give(int i, string id) => ids[i] = id;

    public void LookAt(AirtableTable now)
    {
        (Table, HasLooked) = (now, true);
        Check();
    }

    /// <summary>The next writes that may go together: none of them twice.</summary>
    public IReadOnlyList<int> Next(int most)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var from = begun;
        while (begun < Writes.Count && begun - from < most && seen.Add(Name(begun))) begun++;
        return [.. Enumerable.Range(from, begun - from)];
    }

    /// <summary>A write as the API takes it.</summary>
    public JsonObject Record(int i)
    {
        var record = new JsonObject { ["fields"] = Table.Body(Writes[i], ids[i].Length == 0) };
        if (ids[i].Length > 0) record["id"] = ids[i];
        return record;
    }

    /// <summary>Whether an answer is about a write.</summary>
    public bool Is(int i, RemoteRecord record) => ids[i].Length > 0 ? record.Id == ids[i] : Key(i).Equals(record.Key, StringComparison.OrdinalIgnoreCase);

    private string Key(int i) => Table.Mapped.Table.Normal(Writes[i].Key);

    private string Name(int i) => ids[i].Length > 0 ? ids[i] : Key(i);

    /// <summary>Sees to it that nothing is written without what it needs.</summary>
    private void Check()
    {
        if (Writes.SelectMany(w => w.Needs).FirstOrDefault(n => !Table.Found.Usable.Contains(n)) is { } gone) throw Table.Without(gone);
        for (var i = 0; i < Writes.Count; i++)
        {
            if (ids[i].Length > 0) continue;
            if (Key(i).Length == 0) throw new ArgumentException($"'{Writes[i].Key}' is no key of {Table.Mapped.Table.Entity}: it would find any record, or none.", nameof(Writes));
            if (!AirtableTable.IsWritable(Table.NeedKey()))
                outcomes[i] ??= new(WriteFate.Refused, null,
                    $"\"{Table.Mapped.Title}\" has no record {Writes[i].Key}, and none can be added, as the field \"{Table.NeedKey().Title}\" is a formula. Add it there by hand.");
        }
    }
}
