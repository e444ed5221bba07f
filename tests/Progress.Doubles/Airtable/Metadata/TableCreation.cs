using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>Creates a table with its fields; the first is the primary one.</summary>
internal sealed class TableCreation(Base home, Call call)
{
    public Table Create(JsonElement body)
    {
        var input = SchemaInput.Read(body);
        var name = input.Name is { Length: > 0 } given ? given : throw AirtableError.Unknown("A table needs a name.");
        if (home.Tables.Exists(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw new AirtableError(422, "DUPLICATE_TABLE_NAME", $"There is a table {name} already.");
        if (!body.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Array || fields.GetArrayLength() == 0)
            throw AirtableError.Unknown("A table needs a list of fields.");
        var made = new Table(home, call.Ids.Next("tbl"), name) { Description = input.Description };
        var creation = new FieldCreation(made, call);
        var drafts = Drafts(creation, fields, out var fault);
        if (drafts.Count > 0 && (fault is null || !call.Switches.AtomicCreateTable))
            Add(made, creation, drafts);
        return fault is null ? made : throw fault;
    }

    /// <summary>The fields up to the first that is refused.</summary>
    private static List<FieldDraft> Drafts(FieldCreation creation, JsonElement fields, out AirtableError? fault)
    {
        var drafts = new List<FieldDraft>();
        fault = null;
        foreach (var field in fields.EnumerateArray())
        {
            try
            {
                var draft = creation.Check(field);
                if (drafts.Exists(one => string.Equals(one.Name, draft.Name, StringComparison.OrdinalIgnoreCase)))
                    throw FieldCreation.DuplicateName(draft.Name);
                if (drafts.Count == 0 && !FieldTypes.CanBePrimary(draft.Type))
                    throw AirtableError.Unknown($"A {draft.Type} field cannot be the first.");
                drafts.Add(draft);
            }
            catch (AirtableError error)
            {
                fault = error;
                break;
            }
        }

        return drafts;
    }

    private void Add(Table table, FieldCreation creation, List<FieldDraft> drafts)
    {
        home.Tables.Add(table);
        table.Views.Add(new View(call.Ids.Next("viw"), "Grid view", null, []));
        foreach (var draft in drafts)
            creation.Add(draft);
    }
}
