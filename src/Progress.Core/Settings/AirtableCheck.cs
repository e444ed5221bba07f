using Progress.Json;
using Progress.Sync.Airtable;

namespace Progress.Settings;

/// <summary>What must be true of what the settings name in Airtable.</summary>
internal static class AirtableCheck
{
    public const string AllowedTitle = "the name of the table there, up to 255 characters";
    public const string AllowedField = "the name of the field there, up to 255 characters, without {, } and \\, which no formula can name";

    private const int MostCharacters = 255;
    private const string Path = "$.airtable.tables";

    public static void Check(AirtableSettings airtable, JsonProblems problems)
    {
        var (tasks, customers) = (airtable.Tables.TaskProgress, airtable.Tables.CustomerAsset);
        if (tasks is not null) Check(tasks, CustomerTables.TaskProgress, Path + ".taskProgress", problems);
        if (customers is not null) Check(customers, CustomerTables.CustomerAssets, Path + ".customerAsset", problems);
        var title = tasks?.Title ?? CustomerTables.TaskProgress.Name;
        if (title.Equals(customers?.Title ?? CustomerTables.CustomerAssets.Name, StringComparison.OrdinalIgnoreCase))
            problems.Add(Path, $"\"{title}\" is both taskProgress and customerAsset. Allowed: a table of its own for each.");
    }

    private static void Check(AirtableTableSettings table, TableDefinition ours, string path, JsonProblems problems)
    {
        if (table.Title is { } title && !IsName(title)) problems.Add(path + ".title", $"\"{title}\" is not a table's name. Allowed: {AllowedTitle}.");
        var names = ours.Fields.Select(f => f.Name).ToList();
        foreach (var (name, field) in table.Fields)
        {
            var at = JsonPath.Key(path + ".fields", name);
            if (!names.Contains(name)) problems.Add(at, $"\"{name}\" is no field of {ours.Name}. Allowed: {string.Join(", ", names)}.{NearestName.Hint(name, names)}");
            if (!IsName(field) || field.IndexOfAny(['{', '}', '\\']) >= 0) problems.Add(at, $"\"{field}\" is not a field's name. Allowed: {AllowedField}.");
        }

        var doubled = names.GroupBy(n => table.Fields.GetValueOrDefault(n) ?? n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        if (doubled is not null) problems.Add(path + ".fields", $"\"{doubled.Key}\" is both {string.Join(" and ", doubled)}. Allowed: a field of its own for each.");
    }

    private static bool IsName(string text) => text.Length is > 0 and <= MostCharacters && text.Trim() == text && !text.Any(char.IsControl);
}
