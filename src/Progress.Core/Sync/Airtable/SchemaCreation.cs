using System.Text.Json.Nodes;

namespace Progress.Sync.Airtable;

/// <summary>Makes the tables and fields that are missing, in the order that the API allows: tables, fields, links between them, formulas.</summary>
internal sealed class SchemaCreation(AirtableCalls calls, AirtableSchema schema)
{
    private readonly Dictionary<(string Table, string Field), string> refused = [];
    private IReadOnlyList<JsonObject> tables = [];
    private RemoteException? denied;

    public RemoteSchema Create(CancellationToken cancel)
    {
        Look(cancel);
        foreach (var table in calls.Map.Tables.Where(t => AirtableSchema.Find(tables, t.Title) is null).ToList()) MakeTable(table, cancel);
        foreach (var table in calls.Map.Tables) MakeFields(table, f => f.Type != AirtableType.Formula, cancel);
        foreach (var table in calls.Map.Tables) MakeFields(table, f => f.Type == AirtableType.Formula, cancel);
        // what a lost answer made is there all the same: what counts is what is there
        Look(cancel);
        return schema.Of(tables, (table, field) => denied?.Message ?? refused.GetValueOrDefault((table.Table.Entity, field.Name)));
    }

    private void Look(CancellationToken cancel) => tables = calls.Tables(cancel);

    private void MakeTable(MappedDefinition table, CancellationToken cancel)
    {
        if (denied is not null) return;
        var why = Refusal(() => calls.CreateTable(FieldBodies.Table(table), cancel));
        Look(cancel);
        if (why is not null)
            foreach (var field in table.Table.Fields) refused[(table.Table.Entity, field.Name)] = why;
    }

    private void MakeFields(MappedDefinition table, Func<FieldDefinition, bool> which, CancellationToken cancel)
    {
        if (AirtableSchema.Find(tables, table.Title) is not { } there) return;
        var made = false;
        foreach (var field in table.Table.Fields.Where(f => which(f) && !f.IsTheirs && FieldBodies.IsMade(table, f)))
        {
            if (AirtableSchema.Find(there.At("fields").Objects(), table.TitleOf(field.Name)) is not null || denied is not null) continue;
            if (MakeField(there, table, field, cancel) is { } why) refused[(table.Table.Entity, field.Name)] = why;
            made = true;
        }

        if (made) Look(cancel);
    }

    /// <returns>Why the field was not made; null where it was.</returns>
    private string? MakeField(JsonObject there, MappedDefinition table, FieldDefinition field, CancellationToken cancel)
    {
        var linked = field.LinksTo is { } entity ? AirtableSchema.Find(tables, calls.Map[entity].Title).At("id").Text() : null;
        if (field.LinksTo is not null && linked is null) return $"The table \"{calls.Map[field.LinksTo].Title}\" is not there.";
        if (field.Formula is not null && table.Uses(field).FirstOrDefault(f => AirtableSchema.Find(there.At("fields").Objects(), table.TitleOf(f)) is null) is { } first)
            return $"Its formula needs the field \"{table.TitleOf(first)}\" first.";
        return Refusal(() => calls.CreateField(there.At("id").Text()!, FieldBodies.Field(table, field, linked), cancel));
    }

    private string? Refusal(Action create)
    {
        try
        {
            create();
            return null;
        }
        catch (RemoteException fault) when (fault.MayHaveBeenDone || !fault.EndsPass)
        {
            if (fault.Fault == RemoteFault.Forbidden) denied = fault;
            return fault.Message;
        }
    }
}
