namespace Progress.Doubles.Airtable;

/// <param name="number">Its number in the table, counted from 1 and never given twice.</param>
/// <param name="created">In whole seconds, UTC.</param>
internal sealed class Record(string id, long number, DateTime created)
{
    private object?[] cells = [];
    private DateTime[] edited = [];

    public string Id => id;

    public long Number => number;

    public DateTime Created => created;

    /// <summary>The last edit of a cell that is not computed; null before the first.</summary>
    public DateTime? Modified { get; private set; }

    /// <summary>Rises with every change in the base.</summary>
    public long Version { get; set; }

    public object? this[Field field]
    {
        get => field.Slot < cells.Length ? cells[field.Slot] : null;
        set
        {
            if (field.Slot >= cells.Length)
                Array.Resize(ref cells, field.Slot + 8);
            cells[field.Slot] = value;
        }
    }

    public void Touch(Field field, DateTime now)
    {
        if (field.Slot >= edited.Length)
            Array.Resize(ref edited, field.Slot + 8);
        (edited[field.Slot], Modified) = (now, now);
    }

    /// <summary>The last edit of any of the fields; null before the first.</summary>
    public DateTime? ModifiedIn(IEnumerable<Field> fields)
    {
        var last = fields.Select(field => field.Slot < edited.Length ? edited[field.Slot] : default).DefaultIfEmpty().Max();
        return last == default ? null : last;
    }
}
