using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The rows of one creation: all are stored or none.</summary>
internal sealed class CreationPlan(Table table, CallContext call)
{
    private readonly List<(Guid Id, object?[] Values)> rows = [];
    private readonly Dictionary<(int Column, object Value), Guid> taken = [];

    public void Add(JsonElement data, bool upsert)
    {
        var patch = RecordPatch.Read(table.Type, data, call);
        if (upsert && Existing(patch) is { } row)
        {
            var values = patch.Over(row.Current!);
            values[ObjectDefinition.DeletedAt] = null;
            Uniqueness.Check(table, values, call.Options, except: row.Id);
            rows.Add((row.Id, values));
            return;
        }

        var id = patch.Id ?? call.NewId();
        var created = patch.AsNew(id, table.NextPosition + rows.Count);
        Uniqueness.Check(table, created, call.Options);
        CheckWithin(id, created);
        rows.Add((id, created));
    }

    public List<RowVersion> Store()
    {
        foreach (var (id, values) in rows)
            table.At(id).Set(values, call.Now, call.KeepSince);
        table.NextPosition += rows.Count;
        return [.. rows.Select(row => table.At(row.Id).Current!)];
    }

    /// <summary>The row that holds one of the keys, in the trash too.</summary>
    private Row? Existing(RecordPatch patch)
    {
        var wanted = patch.AsNew(patch.Id ?? Guid.Empty, 0);
        var found = table.Type.Unique.Select(column => Uniqueness.Find(table, column, wanted[column.Index]))
            .Append(patch.Id is { } id ? table.FindExisting(id) : null)
            .OfType<Row>().Distinct().ToList();
        return found.Count > 1
            ? throw ApiError.Bad($"Multiple records found with the same unique field values for {table.Type.Singular}")
            : found.FirstOrDefault();
    }

    private void CheckWithin(Guid id, object?[] values)
    {
        var keys = table.Type.Unique.Where(column => values[column.Index] is not (null or ""))
            .Select(column => (column.Index, values[column.Index]!))
            .Append((ObjectDefinition.Id, (object)id));
        foreach (var key in keys)
            if (!taken.TryAdd(key, id))
                throw Uniqueness.Duplicate(table, key.Item1 == ObjectDefinition.Id ? "PK" : "IDX_UNIQUE", call.Options);
    }
}
