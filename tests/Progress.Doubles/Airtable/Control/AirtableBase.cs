using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles.Airtable;

/// <summary>A base as a person sees it in the user interface. Tables and fields go by name or id.</summary>
public sealed class AirtableBase
{
    private readonly AirtableDouble owner;
    private readonly Base inner;

    internal AirtableBase(AirtableDouble owner, Base inner) => (this.owner, this.inner) = (owner, inner);

    public string Id => inner.Id;

    /// <summary>Ids of tables, in their order.</summary>
    public IReadOnlyList<string> Tables => owner.Within(_ => inner.Tables.Select(table => table.Id).ToList());

    /// <param name="fields">The first is the primary field.</param>
    /// <returns>The id of the table.</returns>
    public string AddTable(string name, params ByHandField[] fields) => owner.Within(call =>
    {
        var table = new Table(inner, call.Ids.Next("tbl"), name);
        inner.Tables.Add(table);
        table.Views.Add(new View(call.Ids.Next("viw"), "Grid view", null, []));
        foreach (var field in fields)
            HandMade.Add(table, field, call);
        return table.Id;
    });

    /// <returns>The id of the field.</returns>
    public string AddFieldByHand(string table, ByHandField field) => owner.Within(call => HandMade.Add(Known(table), field, call).Id);

    /// <param name="filter">A formula; null shows every record.</param>
    /// <param name="sortField">Null keeps the order in which records were made.</param>
    /// <returns>The id of the view.</returns>
    public string AddView(string table, string name, string? filter = null, string? sortField = null, bool descending = false) => owner.Within(call =>
    {
        var home = Known(table);
        var view = new View(
            call.Ids.Next("viw"), name,
            filter is null ? null : FieldFormula.Parse(home, filter, call.Switches),
            sortField is null ? [] : [new SortKey(home.KnownField(sortField), descending)]);
        home.Views.Add(view);
        return view.Id;
    });

    public void RenameTable(string table, string name) => owner.Within(_ => Known(table).Name = name);

    public void RemoveTable(string table) => owner.Within(_ => inner.Tables.Remove(Known(table)));

    public void RenameField(string table, string field, string name) => owner.Within(_ => Known(table).KnownField(field).Name = name);

    public void RemoveField(string table, string field) => owner.Within(_ => HandMade.Remove(Known(table), field));

    /// <summary>Gives the field another type; its cells become texts, or empty where the type is not one of text.</summary>
    public void RetypeField(string table, string field, ByHandField into) => owner.Within(call => HandMade.Retype(Known(table), field, into, call));

    public string FieldId(string table, string field) => owner.Within(_ => Known(table).KnownField(field).Id);

    public string TableId(string table) => owner.Within(_ => Known(table).Id);

    /// <summary>Names and types of the fields, in their order.</summary>
    public IReadOnlyList<(string Name, string Type)> Fields(string table) =>
        owner.Within(_ => Known(table).Fields.Select(field => (field.Name, field.Type)).ToList());

    /// <summary>Adds a record as a person does.</summary>
    /// <param name="fields">An object that can be written as JSON; options that are new are made.</param>
    /// <returns>Its id.</returns>
    public string Add(string table, object fields) => owner.Within(call => Write(Known(table), null, fields, call));

    /// <summary>Changes cells of a record; null empties one.</summary>
    public void Edit(string table, string record, object fields) => owner.Within(call => Write(Known(table), record, fields, call));

    public void Remove(string table, string record) => owner.Within(_ =>
    {
        RowWriter.Remove(Known(table), KnownRow(table, record));
        return true;
    });

    public int Count(string table) => owner.Within(_ => Known(table).Count);

    /// <summary>All records as the API shows them, in the order in which they were made.</summary>
    public IReadOnlyList<JsonObject> Records(string table) => owner.Within(call => Known(table).Rows.Select(row => Json(Known(table), row, call)).ToList());

    public JsonObject? Record(string table, string record) =>
        owner.Within(call => Known(table).Find(record) is { } row ? Json(Known(table), row, call) : null);

    private static JsonObject Json(Table table, Record row, Call call) =>
        JsonNode.Parse(JsonText.Write(json => new RecordForm().Write(json, table, row, call)))!.AsObject();

    private static string Write(Table table, string? record, object fields, Call call)
    {
        var body = JsonSerializer.SerializeToElement(new { fields });
        var patch = RecordPatch.Read(table, body, new CellReader(call, typecast: true));
        var plan = new WritePlan(table, call, replaces: false);
        if (record is null)
            plan.Create(patch);
        else
            plan.Update(table.Find(record) ?? throw new ArgumentException($"There is no record {record}.", nameof(record)), patch);
        return plan.Apply()[0].Id;
    }

    private Table Known(string key) => inner.FindTable(key) ?? throw new ArgumentException($"The base has no table {key}.", nameof(key));

    private Record KnownRow(string table, string record) =>
        Known(table).Find(record) ?? throw new ArgumentException($"There is no record {record}.", nameof(record));
}
