using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The record endpoints under /rest.</summary>
internal sealed class RestRecords(Workspace workspace, RecordReader reader, RecordWriter writer, PageFaults faults)
{
    public DoubleResponse Handle(DoubleRequest request, CallContext call)
    {
        var path = RestPath.Parse(request.Path, call.Options);
        var table = Table(path.Plural, call.Now);
        var query = new QueryText(request.Query);
        RestQuery.CheckDepth(query);
        return (request.Method, path) switch
        {
            ("GET", { Id: null }) => List(table, request, query, call),
            ("GET", { Id: { } id }) => One(table, id, query, call),
            ("POST", { Batch: true }) => CreateMany(table, request, query, call),
            ("POST", { Id: null, Restore: false }) => CreateOne(table, request, query, call),
            ("PATCH", { Restore: true }) => Restore(table, path.Id, query, call),
            ("PATCH" or "PUT", { Id: { } id }) => RestAnswers.Written(200, "update", table.Type,
                [writer.Update(table, id, Body(request), call)], many: false, call.Options),
            ("PATCH" or "PUT", _) => UpdateMany(table, request, query, call),
            ("DELETE", _) => Delete(table, path.Id, query, call),
            _ => throw new ApiError(404, "NotFoundException", $"Cannot {request.Method} {request.Path}"),
        };
    }

    private Table Table(string plural, DateTime now)
    {
        if (workspace.ByPlural(plural) is { Type.IsActive: true } table && table.VisibleFrom <= now)
            return table;
        var hint = workspace.BySingular(plural) is { } meant && meant.VisibleFrom <= now
            ? $" Did you mean '{meant.Type.Plural}'?"
            : " eg: companies";
        throw ApiError.Bad($"object '{plural}' not found.{hint}");
    }

    private DoubleResponse List(Table table, DoubleRequest request, QueryText query, CallContext call)
    {
        var fields = RestQuery.Fields(query, table.Type);
        var wanted = RestQuery.Page(query, table.Type, call.Options);
        var page = faults.Of(request, call, wanted.After, () => reader.List(table, wanted, call));
        return RestAnswers.List(table.Type, page, fields, call.Options);
    }

    private DoubleResponse One(Table table, Guid id, QueryText query, CallContext call)
    {
        var fields = RestQuery.Fields(query, table.Type);
        var row = reader.One(table, id, call) ?? throw RecordWriter.Missing(table, call.Options);
        return RestAnswers.One(table.Type, row, fields, call.Options);
    }

    private DoubleResponse CreateOne(Table table, DoubleRequest request, QueryText query, CallContext call)
    {
        var data = Body(request);
        if (data.ValueKind != JsonValueKind.Object)
            throw ApiError.Bad("Body must be an object");
        return RestAnswers.Written(201, "create", table.Type, writer.Create(table, [data], Upserts(query, call), call), many: false, call.Options);
    }

    private DoubleResponse CreateMany(Table table, DoubleRequest request, QueryText query, CallContext call)
    {
        var data = Body(request);
        if (data.ValueKind != JsonValueKind.Array)
            throw ApiError.Bad("Body must be an array");
        if (data.GetArrayLength() == 0)
            throw ApiError.Bad("Body must not be an empty array");
        var rows = writer.Create(table, [.. data.EnumerateArray()], Upserts(query, call), call).ToArray();
        call.Random.Shuffle(rows);
        return RestAnswers.Written(201, "create", table.Type, rows, many: true, call.Options);
    }

    private DoubleResponse UpdateMany(Table table, DoubleRequest request, QueryText query, CallContext call)
    {
        if (!call.Options.RestUpdateMany)
            throw ApiError.Bad("Activate feature flag to use UpdateMany in the REST API");
        var filter = RestQuery.Filter(query, table.Type, call.Options);
        return RestAnswers.Written(200, "update", table.Type, writer.UpdateMany(table, filter, Body(request), call), many: true, call.Options);
    }

    private DoubleResponse Restore(Table table, Guid? id, QueryText query, CallContext call)
    {
        var rows = id is { } one
            ? [writer.One(table, one, trashed: true, call)]
            : writer.Many(table, RestQuery.Filter(query, table.Type, call.Options), trashed: true, call);
        return RestAnswers.Written(200, "restore", table.Type, RecordWriter.SetTrashed(table, rows, trashed: false, call), id is null, call.Options);
    }

    private DoubleResponse Delete(Table table, Guid? id, QueryText query, CallContext call)
    {
        var soft = query["soft_delete"] == "true";
        var filter = id is null ? RestQuery.Filter(query, table.Type, call.Options) : RecordFilter.None;
        if (id is null && filter.IsEmpty)
            throw ApiError.Bad("Filters are mandatory for bulk delete operations. Please use a filter to specify which records to delete.");
        var rows = id is { } one
            ? [writer.One(table, one, trashed: false, call)]
            : writer.Many(table, filter, soft ? false : null, call);
        if (soft)
            RecordWriter.SetTrashed(table, rows, trashed: true, call);
        else
            RecordWriter.Destroy(rows, call);
        return RestAnswers.Deleted(table.Type, rows, id is null);
    }

    private static bool Upserts(QueryText query, CallContext call) =>
        call.Options.RestUpsert && query["upsert"] == "true";

    private static JsonElement Body(DoubleRequest request) => JsonText.Parse(request.Body, "Invalid JSON body");
}
