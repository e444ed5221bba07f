namespace Progress.Doubles.Airtable;

internal sealed class Base(string id, string name)
{
    private long version;

    public string Id => id;

    public string Name => name;

    public List<Table> Tables { get; } = [];

    public long Version => version;

    public long NextVersion() => ++version;

    public Table? FindTable(string key) => Tables.Find(table => table.Id == key || table.Name == key);

    public (Table Table, Record Record)? FindRecord(string record)
    {
        foreach (var table in Tables)
            if (table.Find(record) is { } row)
                return (table, row);
        return null;
    }
}
