namespace Progress.Reps;

/// <summary>A note whose fields are sound; what its title says may still be no call.</summary>
internal sealed record ParsedNote(
    long Line, Guid? Id, string RawTitle, IsoTime CreatedAt, DateTime? UpdatedAt, Guid? Member, CallTitle Title);
