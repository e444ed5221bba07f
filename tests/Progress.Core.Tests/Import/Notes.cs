using System.Globalization;
using System.Text;
using System.Text.Json;
using Progress.Reps;

namespace Progress.Tests.Import;

/// <summary>Notes of every sort, and the files that hold them.</summary>
internal static class Notes
{
    private static readonly string[] Titles =
    [
        "Call - NO_ANSWER | 0:30 | Jonas Silva", "Call - contact | 2:31 | O'Hara, \"Bob\" | Ltd", "Call - APPT | 12:00 | Søren 🌞 Jensen",
        "Call - VM | 0:35", "Call - contact", "SMS - on my way; see you", "Call - CB | 1:02:03 | Line\nbreak", "Call - NA | 5 | Odd", "",
    ];

    public static IEnumerable<SourceNote> Many(int count) => Enumerable.Range(0, count).Select(i => new SourceNote(
        i, TestStore.Id($"note {i}").ToString(), Titles[i % Titles.Length],
        new DateTime(2026, 9, 1, 8, 0, 0).AddMinutes(i % 40_000).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), null,
        i % 11 == 0 ? null : TestStore.Id($"rep {i % 7}").ToString()));

    public static string Csv(IEnumerable<SourceNote> notes, char separator = ',', string newLine = "\n")
    {
        var text = new StringBuilder(string.Join(separator, "id", "title", "createdAt", "workspaceMemberId")).Append(newLine);
        foreach (var n in notes) text.Append(string.Join(separator, n.Id, Quoted(n.Title!), n.CreatedAt, n.WorkspaceMemberId)).Append(newLine);
        return text.ToString();
    }

    public static string Json(SourceNote n) => JsonSerializer.Serialize(
        new Dictionary<string, object?> { ["id"] = n.Id, ["title"] = n.Title, ["createdAt"] = n.CreatedAt, ["workspaceMemberId"] = n.WorkspaceMemberId });

    public static string Lines(IEnumerable<SourceNote> notes, string newLine = "\n") => string.Concat(notes.Select(n => Json(n) + newLine));

    public static string Array(IEnumerable<SourceNote> notes) => $"[{string.Join(",\n", notes.Select(Json))}]";

    public static string Answer(IEnumerable<SourceNote> notes) => $$"""{"data":{"notes":{{Array(notes)}}},"totalCount":5}""";

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"")}\"";
}
