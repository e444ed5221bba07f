using Progress.Settings;

namespace Progress.Sync;

/// <summary>What each provider's connection carries, in order: what waits here goes first.</summary>
internal static class SyncFlows
{
    /// <summary>Readings that go on from where they were, and begin again in a full pass.</summary>
    public static readonly IReadOnlyList<string> Readings =
        [
            EntityNames.WorkspaceMember, EntityNames.Note, EntityNames.NoteTrash, EntityNames.RepProgression, EntityNames.Deal, EntityNames.Appointment,
            EntityNames.TaskProgress, EntityNames.TaskProgressIds, EntityNames.CustomerAsset, SyncRun.SchemaCursor,
        ];

    private static readonly PushProgressions Progression = new();

    private static readonly IReadOnlyList<ISyncFlow> Twenty =
    [
        Progression, new PushNotes(), new PullMembers(), new PullNotes(), new WithdrawNotes(), new PullProgressions(),
        // After the records: what they told of deals must be known.
        new PullOutcomes(),
        // What came in may be news to the records, too.
        Progression,
    ];

    private static readonly IReadOnlyList<ISyncFlow> RedHawk = [new PullTraining()];

    private static readonly PushTaskProgress Progress = new();
    private static readonly PushCustomers Customers = new();

    private static readonly IReadOnlyList<ISyncFlow> Airtable =
    [
        Progress, Customers, new PullCustomers(), new PullTaskProgress(), new SweepTaskProgress(),
        // Records that people made there get their keys, and what came in changes the customers' figures.
        Progress, Customers,
    ];

    public static IReadOnlyList<ISyncFlow> Of(CrmProvider provider, SyncDirection direction) =>
        [.. (provider switch { CrmProvider.RedHawk => RedHawk, CrmProvider.Airtable => Airtable, _ => Twenty }).Where(flow => direction switch
        {
            SyncDirection.Push => flow.IsPush,
            SyncDirection.Pull => !flow.IsPush,
            _ => true,
        })];

    /// <summary>Order of the providers in a pass over all: what the academy tells goes on to the CRM at once.</summary>
    public static int Order(CrmProvider provider) => provider == CrmProvider.RedHawk ? 0 : 1;
}
