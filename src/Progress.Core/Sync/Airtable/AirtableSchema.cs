using System.Text.Json.Nodes;

namespace Progress.Sync.Airtable;

/// <summary>Compares the tables of the base with those that we know.</summary>
internal sealed class AirtableSchema(AirtableMap map)
{
    private readonly FieldByHand byHand = new(map);

    /// <param name="tables">The base's tables, as Airtable describes them.</param>
    /// <param name="why">Why a field was not made, where that was tried; null elsewhere.</param>
    public RemoteSchema Of(IReadOnlyList<JsonObject> tables, Func<MappedDefinition, FieldDefinition, string?>? why = null) =>
        new([.. map.Tables.Select(t => Entity(tables, t, why))]);

    /// <summary>The table of that name, whatever its case.</summary>
    public static JsonObject? Find(IEnumerable<JsonObject> named, string title) =>
        named.FirstOrDefault(n => string.Equals(n.At("name").Text()?.Trim(), title.Trim(), StringComparison.OrdinalIgnoreCase));

    private RemoteEntity Entity(IReadOnlyList<JsonObject> tables, MappedDefinition table, Func<MappedDefinition, FieldDefinition, string?>? why)
    {
        var there = Find(tables, table.Title);
        var fields = table.Table.Fields.Select(f => Field(tables, there, table, f, why));
        return new RemoteEntity(table.Table.Entity, there is not null, [.. fields]) { Id = there.At("id").Text(), Title = table.Title };
    }

    private RemoteField Field(
        IReadOnlyList<JsonObject> tables, JsonObject? there, MappedDefinition table, FieldDefinition field, Func<MappedDefinition, FieldDefinition, string?>? why)
    {
        var title = table.TitleOf(field.Name);
        var known = new RemoteField(field.Name, field.Type, FieldState.Missing)
        {
            Title = title, IsOptional = field.IsOptional || (AirtableType.IsSelect(field.Type) && table.ChoicesOf(field).Count == 0),
        };
        if (Find(there.At("fields").Objects(), title) is not { } found) return known with { Note = Missing(tables, there, table, field, why?.Invoke(table, field)) };
        known = known with { Id = found.At("id").Text(), Title = found.At("name").Text() };
        var type = found.At("type").Text() ?? "";
        if (!field.Accepts(type)) return Wrong(known, table, type, field.Type);
        if (field.LinksTo is { } entity && Elsewhere(tables, map[entity], found) is { } other) return Wrong(known, table, $"{type} to {other}", $"{type} to {map[entity].Title}");
        known = known with { State = FieldState.Present, Found = type == field.Type ? null : type };
        return AirtableType.IsSelect(type) ? Chosen(known, table, field, found) : known;
    }

    private static RemoteField Wrong(RemoteField field, MappedDefinition table, string found, string wanted) => field with
    {
        State = FieldState.WrongType, Found = found,
        Note = $"the field \"{field.Title}\" of the table \"{table.Title}\" is of type {found}, not {wanted}: change its type there, or rename it and run Initialize-CrmSchema.",
    };

    private static RemoteField Chosen(RemoteField known, MappedDefinition table, FieldDefinition field, JsonObject found)
    {
        var choices = found.At("options").At("choices").Objects().Select(c => c.At("name").Text()).OfType<string>().ToList();
        var missing = table.ChoicesOf(field).Except(choices).ToList();
        var note = missing.Count == 0 ? null : $"add the options that the field \"{known.Title}\" of the table \"{table.Title}\" has not: "
            + $"{string.Join(", ", missing.Select(m => $"\"{m}\""))}. The API adds none to a field that is there.";
        return known with { Choices = choices, Note = note };
    }

    private string Missing(IReadOnlyList<JsonObject> tables, JsonObject? there, MappedDefinition table, FieldDefinition field, string? why)
    {
        var how = byHand.Field(table, field, field.RollUp is { } sum ? LinkFrom(tables, there, map[sum.From], table) : null);
        if (field.IsTheirs && there is not null)
            return $"the table \"{table.Title}\" has no field \"{table.TitleOf(field.Name)}\": say which of its fields that is ({table.Setting}), or {how}.";
        if (FieldBodies.IsMade(table, field))
            return $"{why ?? "Initialize-CrmSchema adds it."} By hand: {(there is null ? $"{FieldByHand.Table(table)}; " : "")}{how}.";
        return AirtableType.IsSelect(field.Type)
            ? $"Import-TaskCatalog, then Initialize-CrmSchema adds it. By hand: {how}."
            : $"Airtable's API does not make such a field. By hand: {how}.";
    }

    /// <summary>What the other side of a link is called, through which a roll-up here sees the records there.</summary>
    private static string? LinkFrom(IReadOnlyList<JsonObject> tables, JsonObject? there, MappedDefinition from, MappedDefinition to)
    {
        var link = from.TitleOf(from.Table.Fields.First(f => f.LinksTo == to.Table.Entity).Name);
        var inverse = Find(Find(tables, from.Title).At("fields").Objects(), link).At("options").At("inverseLinkFieldId").Text();
        return there.At("fields").Objects().FirstOrDefault(f => f.At("id").Text() == inverse).At("name").Text();
    }

    /// <summary>The table to which a link leads, where it is another one than it should be.</summary>
    private static string? Elsewhere(IReadOnlyList<JsonObject> tables, MappedDefinition target, JsonObject link)
    {
        var id = link.At("options").At("linkedTableId").Text();
        var other = tables.FirstOrDefault(t => t.At("id").Text() == id);
        return other is not null && ReferenceEquals(other, Find(tables, target.Title)) ? null : other.At("name").Text() ?? "another table";
    }
}
