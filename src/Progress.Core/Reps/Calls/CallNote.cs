namespace Progress.Reps;

/// <summary>A call as the store has it; its first five properties import again.</summary>
/// <param name="Id">UUID of the note.</param>
/// <param name="Title">The note's title.</param>
/// <param name="CreatedAt">When the call was made, UTC.</param>
/// <param name="UpdatedAt">When the note was last changed, UTC, where known.</param>
/// <param name="WorkspaceMemberId">The rep who is credited; null where nobody is.</param>
/// <param name="Name">The rep's name.</param>
/// <param name="Day">Local day of the rep.</param>
/// <param name="Disposition">Disposition, canonical where the rules know it.</param>
/// <param name="DurationSeconds">Length in seconds.</param>
/// <param name="Lead">Lead's name, or null.</param>
/// <param name="Connected">Whether a person answered.</param>
/// <param name="Xp">XP that this version of the call pays.</param>
public sealed record CallNote(
    Guid Id, string Title, DateTime CreatedAt, DateTime? UpdatedAt, Guid? WorkspaceMemberId, string? Name, DateOnly? Day,
    string Disposition, int DurationSeconds, string? Lead, bool Connected, long Xp);
