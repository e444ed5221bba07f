using System.Text.Json;

namespace Progress.Doubles;

/// <summary>Writes of records for a caller. Nothing is stored before everything asked for has been checked.</summary>
internal sealed class RecordWriter(OperationGate gate)
{
    public List<RowVersion> Create(Table table, IReadOnlyList<JsonElement> data, bool upsert, CallContext call)
    {
        gate.Enter(table, call, writes: true);
        if (data.Count > call.Options.MaxLimit)
            throw ApiError.Bad($"Maximum number of records to upsert is {call.Options.MaxLimit}.");
        var plan = new CreationPlan(table, call);
        foreach (var item in data)
            plan.Add(item, upsert);
        return plan.Store();
    }

    public RowVersion Update(Table table, Guid id, JsonElement data, CallContext call)
    {
        gate.Enter(table, call, writes: true);
        var patch = RecordPatch.Read(table.Type, data, call);
        var row = table.FindExisting(id) ?? throw Missing(table, call.Options);
        return Apply(table, [row], patch, call)[0];
    }

    /// <summary>Changes the rows that match at the moment of the change, trashed ones too.</summary>
    public List<RowVersion> UpdateMany(Table table, RecordFilter filter, JsonElement data, CallContext call)
    {
        gate.Enter(table, call, writes: true);
        var patch = RecordPatch.Read(table.Type, data, call);
        return Apply(table, Matching(table, filter, call), patch, call);
    }

    public static List<RowVersion> SetTrashed(Table table, IReadOnlyList<Row> rows, bool trashed, CallContext call)
    {
        foreach (var row in rows)
        {
            var values = RecordPatch.Copy(row.Current!, table.Type);
            values[ObjectDefinition.DeletedAt] = trashed ? call.Now : null;
            values[ObjectDefinition.UpdatedAt] = call.Now;
            row.Set(values, call.Now, call.KeepSince);
        }

        return [.. rows.Select(row => row.Current!)];
    }

    public static void Destroy(IReadOnlyList<Row> rows, CallContext call)
    {
        foreach (var row in rows)
            row.Set(null, call.Now, call.KeepSince);
    }

    /// <summary>The row with the id, for a change of its state.</summary>
    public Row One(Table table, Guid id, bool trashed, CallContext call)
    {
        gate.Enter(table, call, writes: true);
        return table.FindExisting(id) is { } row && row.Current![ObjectDefinition.DeletedAt] is not null == trashed
            ? row
            : throw Missing(table, call.Options);
    }

    public List<Row> Many(Table table, RecordFilter filter, bool? trashed, CallContext call)
    {
        gate.Enter(table, call, writes: true);
        return [.. Matching(table, filter, call)
            .Where(row => trashed is null || row.Current![ObjectDefinition.DeletedAt] is not null == trashed)];
    }

    public static ApiError Missing(Table table, TwentyOptions options) => options.MissingRecordStatus == 404
        ? new ApiError(404, "NotFoundException", "Record not found")
        : new ApiError(400, "EntityNotFoundError", $"Could not find any entity of type \"{table.Type.Singular}\"")
        {
            GraphQlCode = "NOT_FOUND",
        };

    private static List<Row> Matching(Table table, RecordFilter filter, CallContext call)
    {
        if (filter.IsEmpty && !call.Options.EmptyFilterUpdatesAll)
            throw ApiError.Bad("A non-empty filter is required for a bulk mutation");
        var rows = Pager.Candidates(table, filter, asOf: null).Where(filter.Matches)
            .Select(version => table.Find((Guid)version[ObjectDefinition.Id]!)!).ToList();
        return rows.Count > call.Options.MaxLimit
            ? throw ApiError.Bad($"Cannot update more than {call.Options.MaxLimit} records at once")
            : rows;
    }

    private static List<RowVersion> Apply(Table table, List<Row> rows, RecordPatch patch, CallContext call)
    {
        var changed = rows.Select(row => patch.Over(row.Current!)).ToList();
        for (var i = 0; i < rows.Count; i++)
            Uniqueness.Check(table, changed[i], call.Options, except: rows[i].Id);
        for (var i = 0; i < rows.Count; i++)
            rows[i].Set(changed[i], call.Now, call.KeepSince);
        return [.. rows.Select(row => row.Current!)];
    }
}
