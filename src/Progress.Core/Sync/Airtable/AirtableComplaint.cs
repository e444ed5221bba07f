using System.Text.Json.Nodes;

namespace Progress.Sync.Airtable;

/// <summary>What an answer of Airtable complains of, in any of its forms.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">Airtable's name of it; empty where it says none.</param>
/// <param name="Text">Its words, cut to a length for messages; empty where it says none.</param>
internal sealed record AirtableComplaint(int Status, string Type, string Text)
{
    private const int MaxText = 300;

    /// <summary>The complaint of an answer, or null where it has none.</summary>
    public static AirtableComplaint? Of(RemoteReply reply)
    {
        if (reply.IsSuccess) return null;
        // {"error":{type,message}}, {"error":{type}}, {"error":"TYPE"}, {"errors":[{error,message}]}, or nothing
        var one = reply.Body.At("errors").Objects().FirstOrDefault() ?? reply.Body;
        var error = one.At("error");
        return new(reply.Status, Plain(error.At("type").Text() ?? error.Text()), Plain(error.At("message").Text() ?? one.At("message").Text()));
    }

    public bool Says(string text) => Text.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string? text)
    {
        var line = string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= MaxText ? line : line[..MaxText] + "…";
    }
}
