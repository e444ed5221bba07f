namespace Progress.Reps;

/// <summary>The record that a remote keeps of a rep: what the outbox names when something of a rep changes.</summary>
internal static class ProgressionRecord
{
    public const string Entity = "repProgression";
}
