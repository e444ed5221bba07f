using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>The routes that make, change and remove records.</summary>
internal sealed class RecordWrites
{
    private const int Most = 10;

    public DoubleResponse Create(Table table, WriteBody body, Call call)
    {
        var reader = new CellReader(call, body.Typecast);
        var plan = new WritePlan(table, call, replaces: false);
        var form = new RecordForm(ByFieldId: body.ByFieldId);
        if (body.Records is null)
        {
            plan.Create(RecordPatch.Read(table, body.Root, reader));
            var row = plan.Apply()[0];
            return AirtableAnswers.Ok(json => form.Write(json, table, row, call));
        }

        if (body.Records.Count > Most)
            throw AirtableError.Records(call.Switches.CreateLimitNamesCount
                ? $"A maximum of {Most} records can be created per request but you have provided {body.Records.Count}."
                : null);
        foreach (var record in body.Records)
            plan.Create(RecordPatch.Read(table, record, reader));
        return List(table, plan, form, call, isUpsert: false);
    }

    public DoubleResponse UpdateOne(Table table, string id, WriteBody body, bool replaces, Call call)
    {
        var row = table.Find(id) ?? throw AirtableError.Missing(call.Switches.MissingOnWrite, id);
        var plan = new WritePlan(table, call, replaces);
        plan.Update(row, RecordPatch.Read(table, body.Root, new CellReader(call, body.Typecast)));
        plan.Apply();
        return AirtableAnswers.Ok(json => new RecordForm(ByFieldId: body.ByFieldId).Write(json, table, row, call));
    }

    public DoubleResponse UpdateMany(Table table, WriteBody body, bool replaces, Call call)
    {
        if (body.Records is null || body.Records.Count > Most)
            throw AirtableError.Records();
        var upsert = body.PerformUpsert is { } asked ? Upsert.Read(table, asked, call) : null;
        var reader = new CellReader(call, body.Typecast);
        var plan = new WritePlan(table, call, replaces);
        foreach (var record in body.Records)
        {
            var id = IdOf(record);
            var row = id is null ? null : table.Find(id) ?? throw AirtableError.NoRow(id, " in this table");
            var patch = RecordPatch.Read(table, record, reader, row is null ? upsert?.Keys : null);
            if (row is not null)
                plan.Update(row, patch);
            else
                (upsert ?? throw AirtableError.Records()).Plan(patch, plan);
        }

        return List(table, plan, new RecordForm(ByFieldId: body.ByFieldId), call, upsert is not null);
    }

    public DoubleResponse DeleteOne(Table table, string id, Call call)
    {
        RowWriter.Remove(table, table.Find(id) ?? throw AirtableError.Missing(call.Switches.MissingOnWrite, id));
        return AirtableAnswers.Ok(json => Deleted(json, id));
    }

    public DoubleResponse DeleteMany(Table table, IReadOnlyList<string> ids, Call call)
    {
        if (ids.Count is 0 or > Most || ids.Any(id => !IdSource.Is("rec", id)))
            throw AirtableError.Records();
        var rows = ids.Distinct().Select(id => table.Find(id) ?? throw AirtableError.Missing(call.Switches.MissingOnBatchDelete, id)).ToList();
        rows.ForEach(row => RowWriter.Remove(table, row));
        return AirtableAnswers.Ok(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("records");
            foreach (var id in ids)
                Deleted(json, id);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static string? IdOf(JsonElement record)
    {
        if (!record.TryGetProperty("id", out var id) || id.ValueKind == JsonValueKind.Null)
            return null;
        return id.ValueKind == JsonValueKind.String && IdSource.Is("rec", id.GetString()!) ? id.GetString() : throw AirtableError.Records();
    }

    private static DoubleResponse List(Table table, WritePlan plan, RecordForm form, Call call, bool isUpsert)
    {
        var rows = plan.Apply();
        return AirtableAnswers.Ok(json =>
        {
            json.WriteStartObject();
            form.WriteList(json, table, rows, call);
            if (isUpsert)
            {
                Ids(json, "createdRecords", plan.Created);
                Ids(json, "updatedRecords", plan.Updated);
            }

            json.WriteEndObject();
        });
    }

    private static void Ids(Utf8JsonWriter json, string name, List<string> ids)
    {
        json.WriteStartArray(name);
        ids.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private static void Deleted(Utf8JsonWriter json, string id)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteBoolean("deleted", true);
        json.WriteEndObject();
    }
}
