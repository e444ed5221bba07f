using System.Text.Json;

namespace Progress.Doubles;

/// <summary>
/// Another program that writes progressions and knows nothing of ours, as RedHawk Academy does: rank from XP alone
/// with thresholds of its own, level one per hundred XP, sets as JSON text.
/// </summary>
public sealed class OtherWriter
{
    private static readonly double[] RankXp = [0, 500, 1500, 3000, 5000, 8000, 12000];
    private readonly TwentyDouble twenty;

    internal OtherWriter(TwentyDouble twenty) => this.twenty = twenty;

    /// <summary>The total of the member's first record, in the order of ids; 0 where there is none.</summary>
    public double ReadXp(Guid member) => twenty.Inside(
        (workspace, _) => Find(Table(workspace), member) is { } row ? Number(Table(workspace), row, "totalXp") : 0);

    /// <summary>Adds at one stroke; creates the record under a random id where there is none.</summary>
    /// <returns>The new total.</returns>
    public double AddXp(Guid member, double xp, string? badge = null, string? module = null) => twenty.Inside((workspace, call) =>
    {
        var table = Table(workspace);
        var row = Find(table, member);
        var total = (row is null ? 0 : Number(table, row, "totalXp")) + xp;
        Write(table, row, member, total, badge, module, call);
        return total;
    });

    /// <summary>Writes a total that was worked out from an earlier read, over whatever is there now.</summary>
    public void OverwriteXp(Guid member, double total) => twenty.Inside((workspace, call) =>
    {
        var table = Table(workspace);
        Write(table, Find(table, member), member, total, badge: null, module: null, call);
        return total;
    });

    /// <summary>Creates a second record for the member, as after a list that failed.</summary>
    public Guid CreateDuplicate(Guid member, double xp) => twenty.Inside((workspace, call) =>
        Write(Table(workspace), null, member, xp, badge: null, module: null, call));

    private static Table Table(Workspace workspace) => workspace.BySingular("repProgression")
        ?? throw new InvalidOperationException("The workspace has no repProgression object.");

    private static Row? Find(Table table, Guid member)
    {
        var column = table.Type.Find("workspaceMemberId")!;
        return table.Rows.Where(row => row.Exists && row.Current![ObjectDefinition.DeletedAt] is null)
            .Where(row => string.Equals(row.Current![column.Index]?.ToString(), member.ToString(), StringComparison.OrdinalIgnoreCase))
            .MinBy(row => row.Id);
    }

    private static double Number(Table table, Row row, string field) =>
        table.Type.Find(field) is { } column && row.Current![column.Index] is double number ? number : 0;

    private static Guid Write(Table table, Row? row, Guid member, double total, string? badge, string? module, CallContext call)
    {
        var fields = new Dictionary<string, object>
        {
            ["totalXp"] = total,
            ["currentLevel"] = Math.Floor(total / 100) + 1,
            ["currentRank"] = $"E-{Array.FindLastIndex(RankXp, xp => total >= xp) + 1}",
        };
        if (row is null)
            (fields["workspaceMemberId"], fields["name"]) = (member.ToString(), "RedHawk rep");
        Append(table, row, "badges", badge, fields);
        Append(table, row, "completedModules", module, fields);
        var patch = RecordPatch.Read(
            table.Type,
            JsonSerializer.SerializeToElement(fields.Where(field => table.Type.Find(field.Key) is not null).ToDictionary()),
            call);
        var target = row ?? table.At(call.NewId());
        target.Set(row is null ? patch.AsNew(target.Id, table.NextPosition++) : patch.Over(row.Current!), call.Now, call.KeepSince);
        return target.Id;
    }

    /// <summary>A set grows as the text of a JSON array, whatever the type of the field.</summary>
    private static void Append(Table table, Row? row, string field, string? item, Dictionary<string, object> fields)
    {
        if (item is null || table.Type.Find(field) is not { } column)
            return;
        var items = Items(row?.Current![column.Index]);
        if (!items.Contains(item))
            items.Add(item);
        fields[field] = column.Type == FieldType.ARRAY ? items : JsonSerializer.Serialize(items);
    }

    private static List<string> Items(object? value)
    {
        var json = value switch
        {
            string text when text.StartsWith('[') => JsonElement.Parse(text),
            JsonElement { ValueKind: JsonValueKind.String } quoted when quoted.GetString()!.StartsWith('[') => JsonElement.Parse(quoted.GetString()!),
            JsonElement { ValueKind: JsonValueKind.Array } array => array,
            string[] texts => JsonSerializer.SerializeToElement(texts),
            _ => JsonElement.Parse("[]"),
        };
        return [.. json.EnumerateArray().Select(item => item.ToString())];
    }
}
