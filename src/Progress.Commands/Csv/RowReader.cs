using System.Collections;
using System.Management.Automation;
using Progress.Csv;

namespace Progress.Commands;

/// <summary>Turns pipeline objects into rows, with the columns of the first.</summary>
internal sealed class RowReader
{
    private readonly Dictionary<string, int> positions;
    private readonly Type type;
    private readonly IReadOnlyList<CsvColumn> own;

    /// <summary>Takes the columns of an object: our own types' in documented order, then what was added; else its properties, or keys.</summary>
    public RowReader(PSObject first)
    {
        type = first.BaseObject.GetType();
        own = IsOurs(type) ? CsvColumns.Of(type) : [];
        Headers = [.. own.Select(column => column.Name).Concat(Rest(first).Select(p => p.Name)).Distinct(StringComparer.OrdinalIgnoreCase)];
        positions = Headers.Select((header, i) => (header, i)).ToDictionary(p => p.header, p => p.i, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<string> Headers { get; }

    /// <summary>The values of an object.</summary>
    /// <param name="item">The object.</param>
    /// <param name="lost">Properties for which there is no column.</param>
    public object?[] Read(PSObject item, ICollection<string> lost)
    {
        var row = new object?[Headers.Count];
        var isSame = item.BaseObject.GetType() == type;
        if (isSame)
            for (var i = 0; i < own.Count; i++) row[i] = own[i].Value(item.BaseObject);
        foreach (var (name, value) in isSame ? Rest(item) : Everything(item))
        {
            if (positions.TryGetValue(name, out var at)) row[at] = value is PSObject wrapped ? wrapped.BaseObject : value;
            else lost.Add(name);
        }

        return row;
    }

    private static IEnumerable<(string Name, object? Value)> Everything(PSObject item) =>
        IsOurs(item.BaseObject.GetType())
            ? CsvColumns.Of(item.BaseObject.GetType()).Select(column => (column.Name, column.Value(item.BaseObject))).Concat(Rest(item))
            : Rest(item);

    /// <summary>What an object has beside the columns of our own types.</summary>
    private static IEnumerable<(string Name, object? Value)> Rest(PSObject item) => item.BaseObject switch
    {
        IDictionary keys => keys.Cast<DictionaryEntry>().Select(entry => (entry.Key.ToString()!, (object?)entry.Value)),
        IConvertible or IFormattable => [("Value", (object?)item.BaseObject)],
        var other => item.Properties
            .Where(property => !IsOurs(other.GetType()) || property is PSNoteProperty)
            .Select(property => (property.Name, (object?)property.Value)),
    };

    private static bool IsOurs(Type type) => type.Assembly == typeof(CsvColumns).Assembly;
}
