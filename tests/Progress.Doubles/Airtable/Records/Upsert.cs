using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>Finds for each record of a request the row that it means, by one to three fields.</summary>
internal sealed class Upsert
{
    private const int MostFields = 3;

    private readonly Table table;
    private readonly Call call;
    private readonly MergeIndex index;
    private readonly Dictionary<string, WritePlan.Step> made = [];

    private Upsert(Table table, IReadOnlyList<Field> keys, Call call)
    {
        (this.table, this.call, Keys) = (table, call, keys);
        var switches = call.Switches;
        index = table.Indexes.Over(
            table, keys, new KeyRules(switches.UpsertIgnoresCase, switches.UpsertTrims, switches.UpsertMatchesEmpty));
    }

    public IReadOnlyList<Field> Keys { get; }

    public static Upsert Read(Table table, JsonElement performUpsert, Call call)
    {
        if (performUpsert.ValueKind != JsonValueKind.Object
            || !performUpsert.TryGetProperty("fieldsToMergeOn", out var names) || names.ValueKind != JsonValueKind.Array
            || names.GetArrayLength() is < 1 or > MostFields
            || names.EnumerateArray().Any(name => name.ValueKind != JsonValueKind.String))
            throw AirtableError.Unknown($"performUpsert.fieldsToMergeOn takes 1 to {MostFields} fields.");
        var keys = names.EnumerateArray().Select(name => table.KnownField(name.GetString()!)).ToList();
        if (keys.Find(key => !FieldTypes.CanBeMergedOn(key.Type)) is { } other)
            throw AirtableError.Unknown($"Records cannot be merged on the {other.Type} field \"{other.Name}\".");
        return new Upsert(table, keys, call);
    }

    public void Plan(RecordPatch patch, WritePlan plan)
    {
        if (Keys.FirstOrDefault(key => !patch.Cells.ContainsKey(key)) is { } absent)
            throw AirtableError.MissingFields(absent.Name);
        var key = index.KeyOf(field => patch.Cells[field]);
        var found = index.Find(key);
        if (found.Count > 1)
            throw Several(found.Count);
        if (found.Count == 1)
            plan.Update(found.First(), patch);
        else if (key is not null && made.TryGetValue(key, out var earlier) && call.Switches.SameNewKey != SameNewKey.CreatesBoth)
            plan.Update(call.Switches.SameNewKey == SameNewKey.UpdatesFirst ? earlier : throw Several(2), patch);
        else
            Make(key, plan.Create(patch));
    }

    private void Make(string? key, WritePlan.Step step)
    {
        if (key is not null)
            made.TryAdd(key, step);
    }

    private AirtableError Several(int count)
    {
        var message = $"{count} records of {table.Name} match the fields to merge on.";
        return call.Switches.SeveralMatches == SeveralMatches.InvalidRecords
            ? AirtableError.Records(message)
            : AirtableError.Unknown(message);
    }
}
