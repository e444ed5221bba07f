using System.Text.Json.Nodes;

namespace Progress.Sync.Airtable;

/// <summary>Writes records ten at a time; one that is refused does not hold up the others.</summary>
/// <param name="calls">The requests.</param>
/// <param name="find">All records of a key or an id.</param>
/// <param name="tables">The table of an entity; asked for anew where that is said.</param>
internal sealed class RecordWrites(
    AirtableCalls calls, Func<AirtableTable, string, CancellationToken, IReadOnlyList<RemoteRecord>> find, Func<string, bool, CancellationToken, AirtableTable> tables)
{
    /// <summary>Most records of a call.</summary>
    public const int BatchSize = 10;

    /// <exception cref="RemoteException">
    /// <see cref="RemoteFault.UnknownField"/>: somebody renamed or retyped a field that is to be written; what stops every write.
    /// </exception>
    public IReadOnlyList<WriteOutcome> Write(string entity, IReadOnlyList<RecordWrite> writes, CancellationToken cancel)
    {
        var work = new Writing(writes, tables(entity, false, cancel));
        try
        {
            while (work.Next(BatchSize) is { Count: > 0 } batch) Part(work, batch, cancel);
            return work.Outcomes;
        }
        catch (RemoteException fault)
        {
            throw new RemoteException(fault.Fault, fault.Message, fault)
            {
                MayHaveBeenDone = fault.MayHaveBeenDone, RetryAfter = fault.RetryAfter, PerMinute = fault.PerMinute, Code = fault.Code, Outcomes = work.Outcomes,
            };
        }
    }

    private void Part(Writing work, IReadOnlyList<int> part, CancellationToken cancel)
    {
        part = [.. part.Where(i => !work.IsSettled(i))];
        if (part.Count == 0) return;
        try
        {
            Send(work, part, cancel);
        }
        catch (RemoteException refused) when (refused.Fault is RemoteFault.Refused or RemoteFault.NotFound or RemoteFault.Duplicate or RemoteFault.UnknownField)
        {
            if (LookAgain(work, refused, cancel)) Part(work, part, cancel);
            else if (part.Count == 1) work.Settle(part[0], Alone(work, part[0], refused, cancel));
            else Halves(work, part, cancel);
        }
    }

    private void Halves(Writing work, IReadOnlyList<int> part, CancellationToken cancel)
    {
        Part(work, [.. part.Take(part.Count / 2)], cancel);
        Part(work, [.. part.Skip(part.Count / 2)], cancel);
    }

    private void Send(Writing work, IReadOnlyList<int> part, CancellationToken cancel)
    {
        var records = part.Select(i => work.Record(i)).ToList();
        var body = new JsonObject { ["records"] = new JsonArray([.. records]), ["returnFieldsByFieldId"] = true };
        if (records.Any(r => !r.ContainsKey("id"))) body["performUpsert"] = new JsonObject { ["fieldsToMergeOn"] = new JsonArray(work.Table.NeedKey().Id) };
        var answer = calls.Patch(work.Table.Id, body, cancel).At("records").Objects().Select(work.Table.Record).ToList();
        foreach (var i in part)
            work.Settle(i, new(WriteFate.Applied, answer.Find(r => work.Is(i, r)) ?? throw calls.Shapeless("what was written", true)));
    }

    /// <summary>Whether the table has changed since we looked, so that it is worth trying again.</summary>
    /// <remarks>Once for all writes: a refusal says seldom which field it is about, and its words are not to be relied on.</remarks>
    private bool LookAgain(Writing work, RemoteException refused, CancellationToken cancel)
    {
        if (work.HasLooked) return refused.Fault == RemoteFault.UnknownField ? throw refused : false;
        var (before, now) = (work.Table, tables(work.Table.Mapped.Table.Entity, true, cancel));
        work.LookAt(now);
        if (before.Lost(now) is { } lost)
            throw new RemoteException(
                RemoteFault.UnknownField,
                $"The field \"{lost.Title}\" of \"{now.Mapped.Title}\" was {(lost.Found is null ? "renamed or deleted" : $"changed to the type {lost.Found}")} in Airtable. "
                + $"Test-CrmSchema says how it should be; change it back, or map another field ({now.Mapped.Setting}).", refused);
        return before.Ids != now.Ids;
    }

    /// <summary>What becomes of one record that is refused on its own.</summary>
    private WriteOutcome Alone(Writing work, int i, RemoteException refused, CancellationToken cancel)
    {
        var (write, table) = (work.Writes[i], work.Table);
        if (write.Id.Length > 0)
        {
            // the record may be gone, or one to which it links; only a list tells which
            var isGone = refused.Fault == RemoteFault.NotFound && find(table, write.Id, cancel).All(r => r.Id != write.Id);
            return new(isGone ? WriteFate.Lost : WriteFate.Refused, null, refused.Message);
        }

        // a key that several records have is refused in words that nobody knows
        var there = find(table, write.Key, cancel).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
        if (there.Count == 0) return new(WriteFate.Refused, null, refused.Message);
        try
        {
            work.Give(i, there[0].Id);
            Send(work, [i], cancel);
            return there.Count == 1 ? work.Outcome(i)! : work.Outcome(i)! with { Reason = Doubled(work, there) };
        }
        catch (RemoteException still) when (still.Fault is RemoteFault.Refused or RemoteFault.NotFound)
        {
            return new(WriteFate.Refused, null, still.Message);
        }
    }

    private static string Doubled(Writing work, List<RemoteRecord> there) =>
        $"\"{work.Table.Mapped.Title}\" has {there.Count} records with the {work.Table.Mapped.Table.Key} {there[0].Key}; the oldest ({there[0].Id}) was written. "
        + $"Delete the others there: {string.Join(", ", there.Skip(1).Select(r => r.Id))}.";
}
