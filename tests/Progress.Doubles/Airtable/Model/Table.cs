namespace Progress.Doubles.Airtable;

internal sealed class Table(Base home, string id, string name)
{
    private readonly Dictionary<string, Record> rows = [];
    private long number;
    private int slots;

    public Base Base => home;

    public string Id => id;

    public string Name { get; set; } = name;

    public string? Description { get; set; }

    public List<Field> Fields { get; } = [];

    public List<View> Views { get; } = [];

    public MergeIndexes Indexes { get; } = new();

    /// <summary>Always the first field.</summary>
    public Field Primary => Fields[0];

    public int Count => rows.Count;

    /// <summary>In the order in which they were made.</summary>
    public IEnumerable<Record> Rows => rows.Values.OrderBy(row => row.Number);

    public Record? Find(string record) => rows.GetValueOrDefault(record);

    public Field? FindField(string key) => Fields.Find(field => field.IsCalled(key));

    public Field KnownField(string key) => FindField(key) ?? throw AirtableError.UnknownField(key);

    public Field AddField(string fieldId, string fieldName, string type)
    {
        var field = new Field(fieldId, fieldName, type, slots++);
        Fields.Add(field);
        return field;
    }

    public Record Add(string record, DateTime created)
    {
        var row = Make(record, created);
        Attach(row);
        return row;
    }

    /// <summary>A row that is not yet in the table.</summary>
    public Record Make(string record, DateTime created) => new(record, ++number, created);

    public void Attach(Record row)
    {
        row.Version = home.NextVersion();
        rows.Add(row.Id, row);
        Indexes.Add(row);
    }

    public void Remove(Record row)
    {
        Indexes.Remove(row);
        rows.Remove(row.Id);
    }
}

/// <param name="Filter">Null lets every row through.</param>
internal sealed record View(string Id, string Name, FormulaText? Filter, IReadOnlyList<SortKey> Sort);
