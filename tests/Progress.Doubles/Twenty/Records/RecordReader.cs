namespace Progress.Doubles;

/// <summary>Reads of records for a caller: permission, rate, replica.</summary>
internal sealed class RecordReader(OperationGate gate)
{
    public Page List(Table table, PageRequest request, CallContext call)
    {
        gate.Enter(table, call, writes: false);
        return Pager.Read(table, request, call.AsOf);
    }

    public RowVersion? One(Table table, Guid id, CallContext call)
    {
        gate.Enter(table, call, writes: false);
        var row = table.Find(id);
        var version = call.AsOf is { } time ? row?.AsOf(time) : row is { Exists: true } ? row.Current : null;
        return version?[ObjectDefinition.DeletedAt] is null ? version : null;
    }
}
