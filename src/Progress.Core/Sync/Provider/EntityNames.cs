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

    /// <summary>A record of Customer Task Progress in Airtable; key: its <c>SyncKey</c>.</summary>
    public const string TaskProgress = "taskProgress";

    /// <summary>Those of them whose customer nobody here knows yet; key: the remote's id.</summary>
    public const string TaskProgressUnowned = "taskProgress:unowned";

    /// <summary>The ids of all those records; key: their <c>SyncKey</c>.</summary>
    public const string TaskProgressIds = "taskProgress:ids";

    /// <summary>A row of Customer Assets in Airtable; key: the customer id.</summary>
    public const string CustomerAsset = "customerAsset";

    /// <summary>What RedHawk knows of a rep's training; key: the <c>RedHawkId</c>.</summary>
    public const string Training = "training";
}
