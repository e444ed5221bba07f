using System.Text.Json.Nodes;

namespace Progress.Sync;

/// <summary>A record as the remote has it.</summary>
/// <param name="Id">The remote's id.</param>
/// <param name="Key">Our key of it, e.g. the <c>workspaceMemberId</c>; empty where it has none.</param>
/// <param name="Fields">Its fields, as the remote names them.</param>
/// <param name="UpdatedAt">When it was last changed, by the remote's clock, where it tells.</param>
/// <param name="IsDeleted">Whether it lies in the remote's bin.</param>
internal sealed record RemoteRecord(string Id, string Key, JsonObject Fields, DateTime? UpdatedAt = null, bool IsDeleted = false)
{
    /// <summary>When it was made, by the remote's clock, where it tells.</summary>
    public DateTime? CreatedAt { get; init; }
}

/// <summary>A page of records, and the cursor to go on from after it has been taken in.</summary>
internal sealed record RemotePage(IReadOnlyList<RemoteRecord> Records, string? Cursor);

/// <summary>One record to be written.</summary>
/// <param name="Key">Our key.</param>
/// <param name="Id">The remote's id: of a new record the one that it is to have; empty where the remote finds or adds the record by its key.</param>
/// <param name="Fields">Fields to write; others stay.</param>
/// <param name="Expected">
/// Null creates the record. Otherwise it is changed only while these fields still have these values (a compare-and-set; null is a
/// value), and never while it lies in the bin.
/// </param>
internal sealed record RecordWrite(string Key, string Id, JsonObject Fields, JsonObject? Expected)
{
    /// <summary>Fields without which it must not be written: where the remote has lost one, nothing is.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];
}

/// <summary>What became of a write.</summary>
internal enum WriteFate
{
    /// <summary>It was carried out.</summary>
    Applied,

    /// <summary>Somebody else was first: the record is not as expected, or exists already. Read again, merge again.</summary>
    Lost,

    /// <summary>The remote will not have it, however often it is asked.</summary>
    Refused,

    /// <summary>No answer came: it may have been carried out. Read again and see.</summary>
    Unknown,
}

/// <summary>What became of one write.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Record">The record as it is now, where the remote told.</param>
/// <param name="Reason">Why it was refused, in words for people.</param>
internal sealed record WriteOutcome(WriteFate Fate, RemoteRecord? Record = null, string? Reason = null);
