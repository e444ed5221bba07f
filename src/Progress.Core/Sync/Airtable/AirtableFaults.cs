namespace Progress.Sync.Airtable;

/// <summary>Tells from an answer of Airtable what went wrong, by a table: the first row that fits holds.</summary>
/// <remarks>Its words change, and may be missing; its types and statuses count.</remarks>
/// <param name="host">Host of the connection, for messages.</param>
/// <param name="map">The base that is meant.</param>
internal sealed class AirtableFaults(string host, AirtableMap map)
{
    /// <summary>Where tokens are made.</summary>
    public const string Tokens = "airtable.com/create/tokens";

    /// <summary>What Airtable calls a list that cannot be gone on with.</summary>
    public const string ListEnded = "LIST_RECORDS_ITERATOR_NOT_AVAILABLE", OffsetUnknown = "INVALID_OFFSET_VALUE";

    /// <summary>Calls a minute that a base takes, on every plan.</summary>
    public const double PerMinute = 300;

    // half a minute is what its documentation says; a second more, as its clock is not ours
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(31);

    private sealed record Row(RemoteFault Fault, Func<AirtableComplaint, bool> Fits, string What, string Advice);

    private readonly Row[] rows =
    [
        new(RemoteFault.QuotaExhausted, c => c.Status == 402 || c.Type == "PUBLIC_API_BILLING_LIMIT_EXCEEDED",
            "the calls of this month are used up",
            "What is pending is kept; sync goes on when the month ends or the workspace has a larger plan (then Set-ProgressSetting airtable.plan)"),
        new(RemoteFault.Throttled, c => c.Status == 429,
            "that was one call too many", "Sync waits half a minute; lower sync.pace if other programs use the same base"),
        new(RemoteFault.KeyInvalid, c => c.Status == 401 || c.Type == "AUTHENTICATION_REQUIRED",
            "the token is missing, mistyped or revoked",
            $"Make a personal access token at {Tokens} with the scopes data.records:read, data.records:write and schema.bases:read and the base "
            + $"{map.Base}, put it where the key is kept, and connect again"),
        new(RemoteFault.Forbidden, c => c.Type == "INVALID_PERMISSIONS",
            "the token's user may not do this",
            $"Let somebody with that right share the base with this user as an editor (as a creator for Initialize-CrmSchema), and look whether the table or the field is locked"),
        new(RemoteFault.Forbidden, c => c.Status == 403,
            $"the token may not do this, or {map.Base} has no such table; it does not tell which",
            $"At {Tokens} give the token the scopes data.records:read, data.records:write and schema.bases:read (for Initialize-CrmSchema also "
            + $"schema.bases:write) and access to the base {map.Base}; Test-CrmSchema says whether the tables are there"),
        new(RemoteFault.NotFound, c => c.Type == "ROW_DOES_NOT_EXIST" || (c.Type == "MODEL_ID_NOT_FOUND" && !c.Says("Table")),
            "there is no such record", "It was deleted there: sync reads again"),
        new(RemoteFault.UnknownObject, c => c.Status is 404 or 405,
            "there is no such address", $"Check -Uri (https://api.airtable.com) and -Base ({map.Base}), and the names of the tables with Test-CrmSchema"),
        new(RemoteFault.Refused, c => c.Status == 413, "that is more than it takes at once", "Shorten the text, e.g. the notes of the record"),
        new(RemoteFault.UnknownField,
            c => c.Type == "UNKNOWN_FIELD_NAME" || (c.Type == "INVALID_FILTER_BY_FORMULA" && (c.Text.Length == 0 || c.Says("Unknown field name"))),
            "it has no such field",
            "Somebody renamed or deleted it: Test-CrmSchema says which one; rename it back, map it (Get-ProgressSetting airtable.tables.* shows the mapping), or Initialize-CrmSchema adds it"),
        new(RemoteFault.Duplicate, c => c.Type is "DUPLICATE_TABLE_NAME" or "DUPLICATE_OR_EMPTY_FIELD_NAME",
            "that name is taken", "Run Test-CrmSchema to see what is there"),
        new(RemoteFault.Refused, c => c.Type == "INVALID_MULTIPLE_CHOICE_OPTIONS",
            "a value is none of the field's options", "Add the option there by hand (Test-CrmSchema lists those that are missing)"),
        new(RemoteFault.Refused, c => c.Type is "INVALID_VALUE_FOR_COLUMN",
            "a field does not take the value", "Test-CrmSchema says whether a field has another type; otherwise correct the value"),
        new(RemoteFault.Refused, c => c.Status < 500, "it refuses the request", "Test-CrmSchema says whether tables and fields are as they should be; if they are, report this text"),
    ];

    /// <summary>The fault of an answer, or null where it is none, or one of the service (from 500 on).</summary>
    public RemoteException? Read(RemoteReply reply)
    {
        if (AirtableComplaint.Of(reply) is not { } complaint || rows.FirstOrDefault(r => r.Fits(complaint)) is not { } row) return null;
        var isThrottled = row.Fault == RemoteFault.Throttled;
        return new(row.Fault, Words(complaint, row.What, row.Advice))
        {
            Code = complaint.Type,
            RetryAfter = isThrottled && !(reply.RetryAfter > Pause) ? Pause : reply.RetryAfter,
            // the limit is known and the same for all: who is refused shares it with others
            PerMinute = isThrottled ? PerMinute : null,
        };
    }

    private string Words(AirtableComplaint complaint, string what, string advice)
    {
        var said = string.Join(": ", new[] { complaint.Type, complaint.Text }.Where(s => s.Length > 0));
        return $"Airtable at {host} says that {what} ({(said.Length > 0 ? $"{said}, " : "")}status {complaint.Status}). {advice}.";
    }
}
