namespace Progress.Reps;

/// <summary>A note as a file or a pipeline object gives it, before anything is checked.</summary>
/// <param name="Line">Line of the file on which it begins, from 1; of a pipeline, its number.</param>
/// <param name="Id">UUID of the note; empty where the source has none.</param>
/// <param name="Title">Title.</param>
/// <param name="CreatedAt">When the call was made, ISO 8601.</param>
/// <param name="UpdatedAt">When the note was last changed, ISO 8601; empty where the source has none.</param>
/// <param name="WorkspaceMemberId">UUID of the rep; empty where the source names none.</param>
public sealed record SourceNote(
    long Line, string? Id, string? Title, string? CreatedAt, string? UpdatedAt, string? WorkspaceMemberId)
{
    /// <summary>The member that <c>createdBy</c> names where it is text: the JSON object that exports of Twenty write.</summary>
    public static string? MemberOf(string? createdBy) => JsonNote.MemberOf(createdBy);
}
