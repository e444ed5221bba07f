using Progress.Settings;
using Progress.Sync.Airtable;

namespace Progress.Sync;

/// <summary>What a person does about a status.</summary>
internal static class SyncNextStep
{
    /// <summary>The first thing to do; null for nothing.</summary>
    public static string? Of(CrmSyncStatus status, CrmConnection connection, bool paused, DateTime now) => status switch
    {
        _ when paused => "Set-ProgressSetting sync.paused false lets sync go on.",
        { KeyPresent: false } => connection.Key!.NextStep,
        { ErrorStep: { } step } => step,
        { Refused: > 0 } => OfRefusals(status.Connection),
        { OpenConflicts: > 0 } => OfConflicts(status.Connection),
        _ when KeyExpiry.Warning(status.KeyExpires, now) is { } warning => warning,
        { LastPush: null, LastPull: null } or { Pending: > 0 } => $"Invoke-CrmSync {status.Connection}",
        { LocalOnlyCalls: > 0 } => $"Invoke-CrmSync {status.Connection} -PushCalls writes the calls there that it does not have.",
        _ => null,
    };

    public static string OfRefusals(string connection) =>
        $"Get-CrmSyncStatus {connection} says why (Refusals); put it right, then Invoke-CrmSync {connection} -Full tries again.";

    public static string OfConflicts(string connection) =>
        $"Get-CrmConflict {connection} lists them; Resolve-CrmConflict decides.";

    /// <summary>What to do about an error by its id.</summary>
    public static string OfError(string id, CrmConnection connection) => id switch
    {
        nameof(RemoteFault.KeyMissing) or nameof(RemoteFault.KeyInvalid) or nameof(RemoteFault.KeyExpired) =>
            $"Make {(IsAirtable(connection) ? $"a token at {AirtableFaults.Tokens}" : "a key in Twenty (Settings, API & Webhooks)")} "
            + $"and put it where it comes from: {connection.KeySource}. Then Invoke-CrmSync {connection.Name}.",
        nameof(RemoteFault.Forbidden) when IsAirtable(connection) =>
            $"Give the token its scopes and the base {connection.Base} at {AirtableFaults.Tokens}, and its user the right to edit the base.",
        nameof(RemoteFault.Forbidden) => "Give the key's role the right to read and write the object (in Twenty: Settings, Members, Roles).",
        nameof(RemoteFault.Unreachable) or nameof(RemoteFault.ServerError) or nameof(RemoteFault.BadAnswer) =>
            $"Nothing is lost, and the next sync tries again. See whether {connection.Uri} is the service and answers.",
        nameof(RemoteFault.Redirected) => $"Connect-Crm {connection.Name} with the address that the service has now.",
        nameof(RemoteFault.QuotaExhausted) when IsAirtable(connection) =>
            "Nothing is lost: sync goes on with the next month, or with a larger plan of the workspace (Set-ProgressSetting airtable.plan).",
        nameof(RemoteFault.Throttled) or nameof(RemoteFault.QuotaExhausted) => "Nothing is lost: the next sync after the pause goes on.",
        nameof(RemoteFault.UnknownObject) or nameof(RemoteFault.UnknownField) or "SchemaIncomplete" =>
            $"Initialize-CrmSchema {connection.Name} creates what is missing, or says what to add by hand.",
        "RecordsRemoved" => $"If so many records were deleted there on purpose, Invoke-CrmSync {connection.Name} -Full -Force; otherwise restore them there.",
        "CallsRemoved" => $"If so many calls were thrown away there on purpose, Invoke-CrmSync {connection.Name} -Full -Force; otherwise restore them there.",
        nameof(RemoteFault.Unmapped) => "Get-ProgressSetting twenty.* shows the mapping: put it right with Set-ProgressSetting, or take it out with null.",
        "OutcomesRemoved" => $"If so many are gone or reopened there on purpose, Invoke-CrmSync {connection.Name} -Full -Force; otherwise put the mapping right (Get-ProgressSetting twenty.*).",
        "KeyBoundElsewhere" => $"If the service has moved, Connect-Crm {connection.Name} -Force; otherwise put the address right.",
        _ => $"Get-CrmSyncLog {connection.Name} shows what happened; Invoke-CrmSync {connection.Name} tries again.",
    };

    private static bool IsAirtable(CrmConnection connection) => connection.Provider == CrmProvider.Airtable;
}
