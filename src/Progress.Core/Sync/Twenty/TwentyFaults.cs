namespace Progress.Sync.Twenty;

/// <summary>Tells from an answer of Twenty what went wrong, by a table: the first row that fits holds.</summary>
/// <remarks>
/// Twenty's statuses differ between releases, and failures inside the service come as a 400 like bad requests do, so that words count
/// before statuses; a 400 whose words are not known may hide a failure after the deed.
/// </remarks>
internal sealed class TwentyFaults(string host)
{
    private sealed record Row(RemoteFault Fault, Func<Complaint, bool> Fits, string What, string Advice);

    private const string NewKey = "Make a new one in Twenty under Settings → API & Webhooks, put it where the key is kept, and connect again";

    private const string OurMistake = "That is a mistake of ours or a release of Twenty that we do not know: report it with this text";

    private static readonly Row[] Rows =
    [
        new(RemoteFault.QuotaExhausted, c => c.Status == 402,
            "the quota of the workspace is used up", 
            "What is pending is kept; sync goes on when the period ends or the plan is changed (Settings → Billing)"),
        new(RemoteFault.KeyMissing, c => c.Says("Missing authentication token"),
            "no key arrived", "A proxy may have removed it, or none is set: check the key's variable or secret, and connect again"),
        new(RemoteFault.KeyExpired, c => IsUnauthenticated(c) && c.Says("expired"), "the key has expired", NewKey),
        new(RemoteFault.KeyInvalid, IsUnauthenticated, "the key is not accepted", NewKey),
        new(RemoteFault.UnknownObject, c => c.Says("object '") && c.Says("' not found") || c.Says("Object metadata not found") || IsUnknownQuery(c),
            "it has no such object", "Run Initialize-CrmSchema, or add the object by hand under Settings → Data Model"),
        new(RemoteFault.UnknownField,
            c => c.Says("doesn't have any \"") || c.Says("Sub field \"") || c.Says("is not defined by type") || c.Code == "GRAPHQL_VALIDATION_FAILED",
            "it has no such field", "Run Test-CrmSchema to see which one, and Initialize-CrmSchema to add it"),
        new(RemoteFault.Forbidden, c => c.Status == 403 || c.Code == "FORBIDDEN",
            "the key's role may not do this",
            "Give the key a role under Settings → Members → Roles → Assignment that may see and edit Rep Progressions and Notes "
            + "and see Workspace Members; Initialize-CrmSchema also needs its Data model permission"),
        new(RemoteFault.Duplicate, c => c.Says("duplicate entry") || c.Says("Record already exists") || c.Says("Please set a unique one"),
            "there is such a record already", "It is read again and merged; look for a doubled record or one in the bin if this stays"),
        new(RemoteFault.NotFound, c => c.Says("Record not found") || c.Says("Could not find any entity of type") || c.Code == "NOT_FOUND",
            "there is no such record", "It was deleted in Twenty: restore it there, or sync again to make it anew"),
        new(RemoteFault.BadAnswer, c => c.Status is 404 or 405,
            "there is no such address", "Check -Uri: it is the address of the service itself, e.g. https://api.twenty.com"),
        new(RemoteFault.Refused, IsKnownRefusal, "it refuses the request", OurMistake),
    ];

    /// <summary>The fault of an answer, or null where it is none, or one of the service (from 500 on).</summary>
    public RemoteException? Read(RemoteReply reply)
    {
        if (Complaint.Of(reply) is not { } complaint) return null;
        if (TwentyThrottle.Read(reply, complaint) is { } limit)
            return Fault(RemoteFault.Throttled, complaint, "that was one call too many",
                "Sync goes on more slowly; lower sync.pace if other programs share the limit", limit);
        if (Rows.FirstOrDefault(r => r.Fits(complaint)) is { } row)
            return Fault(row.Fault, complaint, row.What, row.Advice, TwentyThrottle.Wait(reply));
        if (complaint.Status >= 500) return null;
        var failed = complaint.Code == "INTERNAL_SERVER_ERROR";
        return new(failed ? RemoteFault.ServerError : RemoteFault.Refused,
            Words(complaint, failed ? "it failed" : "it refuses the request", "Sync again; if it stays so, look into the log of the service"))
        { MayHaveBeenDone = true };
    }

    private RemoteException Fault(RemoteFault fault, Complaint complaint, string what, string advice, CallLimit limit) =>
        new(fault, Words(complaint, what, advice)) { RetryAfter = limit.RetryAfter, PerMinute = limit.PerMinute };

    private string Words(Complaint complaint, string what, string advice)
    {
        var said = complaint.Text.Length > 0 ? $"\"{complaint.Text}\", status {complaint.Status}" : $"status {complaint.Status}";
        return $"Twenty at {host} says that {what} ({said}). {advice}.";
    }

    private static bool IsUnauthenticated(Complaint c) => c.Status == 401 || c.Code == "UNAUTHENTICATED";

    private static bool IsUnknownQuery(Complaint c) =>
        c.Says("Cannot query field") && (c.Says("on type \"Query\"") || c.Says("on type \"Mutation\""));

    private static bool IsKnownRefusal(Complaint c) =>
        c.Says("Filters are mandatory") || c.Says("non-empty filter") || c.Says("records at once") || c.Says("Maximum number of records")
        || c.Says("Invalid number value") || c.Says("'filter' invalid") || c.Says("is not a valid UUID") || c.Says("Query path '")
        || c.Says("Invalid cursor") || c.Says("should be an integer") || c.Says("must be an array") || TwentyUpdates.IsAbsent(c.Text);
}
