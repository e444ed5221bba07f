using Progress.Import;

namespace Progress.Reps;

/// <summary>How an import of call notes treats what it reads.</summary>
public sealed record ImportOptions : FileImportOptions
{
    /// <summary>Makes calls of reps whom the store does not know <c>Invalid</c>, instead of creating the reps.</summary>
    public bool KnownRepsOnly { get; init; }

    /// <summary>Whether the notes are seen in the CRM; then awards are settled when all of its pages are in.</summary>
    internal CallCrm Crm { get; init; }
}
