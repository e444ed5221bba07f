namespace Progress.Doubles;

/// <summary>The records of one object.</summary>
internal sealed class Table(ObjectDefinition type)
{
    private readonly Dictionary<Guid, Row> rows = [];

    public ObjectDefinition Type { get; set; } = type;

    /// <summary>Before this time the record endpoints do not know the object yet.</summary>
    public DateTime VisibleFrom { get; set; }

    public double NextPosition { get; set; } = 1;

    public IEnumerable<Row> Rows => rows.Values;

    public Row? Find(Guid id) => rows.TryGetValue(id, out var row) ? row : null;

    public Row? FindExisting(Guid id) => Find(id) is { Exists: true } row ? row : null;

    public Row At(Guid id)
    {
        if (!rows.TryGetValue(id, out var row))
            rows.Add(id, row = new Row(id));
        return row;
    }
}
