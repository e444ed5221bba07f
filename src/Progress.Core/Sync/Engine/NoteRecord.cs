using System.Text.Json.Nodes;
using Progress.Reps;

namespace Progress.Sync;

/// <summary>Call notes between the remote's record and ours.</summary>
internal static class NoteRecord
{
    /// <param name="note">The note.</param>
    /// <param name="reps">The reps: an owner whom they do not know is nobody.</param>
    public static SourceNote Source(RemoteRecord note, RepRegister reps) => new(
        0, note.Id, Text(note, "title"), Text(note, "createdAt"), Text(note, "updatedAt"),
        JsonTree.Unwrap(note.Fields["createdBy"])?["workspaceMemberId"].Text() is { Length: > 0 } author ? author : Owner(note, reps));

    /// <summary>A call of ours as a note there: under its own id, so that it is written once.</summary>
    public static RecordWrite Write(Guid note, string title, DateTime at) =>
        new(note.ToString(), note.ToString(), new JsonObject { ["title"] = title, ["createdAt"] = IsoText.Utc(at) }, null);

    private static string? Owner(RemoteRecord note, RepRegister reps) =>
        Guid.TryParse(Text(note, RemoteMapping.NoteOwner), out var member) && reps.Member(member) is not null ? member.ToString() : null;

    private static string? Text(RemoteRecord note, string field) => note.Fields[field].Text();
}
