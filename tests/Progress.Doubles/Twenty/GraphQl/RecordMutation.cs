using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The mutations of records.</summary>
internal sealed class RecordMutation(RecordWriter writer)
{
    public List<RowVersion> Execute(RootField field, Arguments arguments, CallContext call)
    {
        var table = field.Table;
        return field.Kind switch
        {
            RootKind.CreateOne => writer.Create(table, [arguments.Required("data")], arguments.Flag("upsert"), call),
            RootKind.CreateMany => CreateMany(table, arguments, call),
            RootKind.UpdateOne => [writer.Update(table, arguments.Id(), arguments.Required("data"), call)],
            RootKind.UpdateMany => writer.UpdateMany(table, Filter(table, arguments, call), arguments.Required("data"), call),
            RootKind.DeleteOne => RecordWriter.SetTrashed(table, [writer.One(table, arguments.Id(), trashed: false, call)], trashed: true, call),
            RootKind.DeleteMany => RecordWriter.SetTrashed(
                table, writer.Many(table, Filter(table, arguments, call), trashed: false, call), trashed: true, call),
            RootKind.RestoreOne => RecordWriter.SetTrashed(table, [writer.One(table, arguments.Id(), trashed: true, call)], trashed: false, call),
            RootKind.RestoreMany => RecordWriter.SetTrashed(
                table, writer.Many(table, Filter(table, arguments, call), trashed: true, call), trashed: false, call),
            RootKind.DestroyOne => Destroy([writer.One(table, arguments.Id(), trashed: true, call)], call),
            _ => Destroy(writer.Many(table, Filter(table, arguments, call), trashed: null, call), call),
        };
    }

    private static RecordFilter Filter(Table table, Arguments arguments, CallContext call) =>
        GraphQlFilter.Parse(arguments["filter"], table.Type, call.Options);

    private static List<RowVersion> Destroy(List<Row> rows, CallContext call)
    {
        var last = rows.Select(row => row.Current!).ToList();
        RecordWriter.Destroy(rows, call);
        return last;
    }

    private List<RowVersion> CreateMany(Table table, Arguments arguments, CallContext call)
    {
        var data = arguments.Required("data");
        var items = data.ValueKind == JsonValueKind.Array ? data.EnumerateArray().ToArray() : [data];
        var rows = writer.Create(table, items, arguments.Flag("upsert"), call).ToArray();
        call.Random.Shuffle(rows);
        return [.. rows];
    }
}
