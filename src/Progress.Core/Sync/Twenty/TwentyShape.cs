using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>Records as Twenty has them, and as we do.</summary>
internal static class TwentyShape
{
    private static readonly string[] NoteFields = ["id", "title", "createdAt", "updatedAt", "deletedAt", "createdBy"];

    // an e-mail address comes with each member and is dropped here
    private static readonly string[] MemberFields = ["id", "name", "timeZone", "createdAt", "updatedAt", "deletedAt"];

    private static readonly HashSet<string> ProgressionFields =
        [.. TwentyField.All.Select(f => f.Name), "id", "createdAt", "updatedAt", "deletedAt"];

    /// <summary>The object's plural, as in addresses.</summary>
    public static string Plural(string entity) => entity switch
    {
        EntityNames.RepProgression => TwentyField.Plural,
        EntityNames.Note or EntityNames.NoteTrash or EntityNames.NoteRenamed => "notes",
        EntityNames.WorkspaceMember => "workspaceMembers",
        _ => throw new ArgumentException($"Twenty has no '{entity}'.", nameof(entity)),
    };

    /// <summary>The field that holds our key.</summary>
    public static string KeyField(string entity) => entity == EntityNames.RepProgression ? "workspaceMemberId" : "id";

    /// <summary>Fields to ask for; null all.</summary>
    public static string? Wanted(string entity) => entity switch
    {
        EntityNames.Note or EntityNames.NoteTrash or EntityNames.NoteRenamed => string.Join(',', NoteFields),
        EntityNames.WorkspaceMember => string.Join(',', MemberFields),
        _ => null,
    };

    public static RemoteRecord Record(string entity, JsonObject row)
    {
        IReadOnlyCollection<string> known = entity switch
        {
            EntityNames.RepProgression => ProgressionFields,
            EntityNames.WorkspaceMember => MemberFields,
            _ => NoteFields,
        };
        var fields = new JsonObject();
        foreach (var (name, value) in row)
            if (known.Contains(name)) fields[name] = entity == EntityNames.RepProgression ? Read(name, value) : value?.DeepClone();
        return new(row.At("id").Text() ?? "", row.At(KeyField(entity)).Text() ?? "", fields,
            row.At("updatedAt").Time(), row.At("deletedAt").Text() is { Length: > 0 });
    }

    /// <summary>Fields as they are sent: what the schema lacks is left out, JSON becomes text where the field is text.</summary>
    public static JsonObject Body(JsonObject fields, RemoteEntity entity)
    {
        var body = new JsonObject();
        foreach (var field in entity.Fields)
            if (field.State == FieldState.Present && fields.TryGetPropertyValue(field.Name, out var value))
                body[field.Name] = Write(field, value);
        return body;
    }

    private static JsonNode? Read(string name, JsonNode? value)
    {
        var isJson = TwentyField.All.Any(f => f.Name == name && f.Type == TwentyField.Json);
        if (isJson && value.Text()?.TrimStart() is ['[' or '{', ..] text)
        {
            try
            {
                return ReplyBody.Parse(System.Text.Encoding.UTF8.GetBytes(text));
            }
            catch (JsonException)
            {
                // somebody's broken text stays text; who merges it knows what to do
            }
        }

        return value?.DeepClone();
    }

    private static JsonNode? Write(RemoteField field, JsonNode? value) => value switch
    {
        null => null,
        not null when field is { Type: TwentyField.Json, Found: TwentyField.Text } => JsonValue.Create(value.ToJsonString()),
        not null when field.Type == TwentyField.Number => Whole(value),
        _ => value.DeepClone(),
    };

    // 120.0 would be a Float to some readers of ours
    private static JsonNode Whole(JsonNode value) =>
        decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && Math.Abs(number) < 1L << 53
            ? JsonValue.Create((long)number) : value.DeepClone();
}
