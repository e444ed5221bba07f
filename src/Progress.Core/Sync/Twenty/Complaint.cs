using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>What an answer of Twenty complains of, in any of the forms of its releases.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">Its words, cut to a length for messages.</param>
/// <param name="Code">GraphQL's code; null elsewhere.</param>
internal sealed record Complaint(int Status, string Text, string? Code)
{
    private const int MaxText = 300;

    /// <summary>The complaint of an answer, or null where it has none.</summary>
    public static Complaint? Of(RemoteReply reply)
    {
        var errors = reply.Body.At("errors").Objects().ToList();
        if (reply.IsSuccess && errors.Count == 0) return null;
        var texts = errors.Count > 0 ? errors.Select(e => e.At("message").Text()) : Messages(reply.Body);
        return new(reply.Status, Plain(string.Join("; ", texts.Where(t => !string.IsNullOrWhiteSpace(t)))), CodeOf(errors));
    }

    public bool Says(string text) => Text.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string?> Messages(JsonNode? body)
    {
        var said = body.At("messages") ?? body.At("message");
        return said is JsonArray many ? many.Select(m => m.Text() ?? m?.ToJsonString()) : [said.Text() ?? said?.ToJsonString() ?? body.At("error").Text()];
    }

    private static string? CodeOf(List<JsonObject> errors) =>
        errors.Select(e => e.At("extensions").At("code").Text()).FirstOrDefault(c => c is not null);

    private static string Plain(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= MaxText ? line : line[..MaxText] + "…";
    }
}
