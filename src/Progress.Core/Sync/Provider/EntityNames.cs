namespace Progress.Sync;

/// <summary>Names of the entities that providers carry.</summary>
internal static class EntityNames
{
    /// <summary>The progression record of a rep in Twenty; key: the <c>workspaceMemberId</c>.</summary>
    public const string RepProgression = "repProgression";

    /// <summary>A note of Twenty whose title starts with <c>call -</c>; key: its id.</summary>
    public const string Note = "note";

    /// <summary>The same notes in Twenty's bin.</summary>
    public const string NoteTrash = "note:trash";

    /// <summary>Notes that changed and whose title does not, or no longer, start with <c>call -</c>.</summary>
    public const string NoteRenamed = "note:renamed";

    /// <summary>A member of the Twenty workspace: name and time zone; key: its id.</summary>
    public const string WorkspaceMember = "workspaceMember";

    /// <summary>A record that the settings take for a deal; key: its id.</summary>
    public const string Deal = "outcome:deal";

    /// <summary>A record that the settings take for an appointment; key: its id.</summary>
    public const string Appointment = "outcome:appointment";

    /// <summary>What RedHawk knows of a rep's training; key: the <c>RedHawkId</c>.</summary>
    public const string Training = "training";
}
