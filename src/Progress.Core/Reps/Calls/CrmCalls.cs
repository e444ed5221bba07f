using Dapper;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Calls as a CRM shows them; spec, chapter 50, "Twenty".</summary>
internal static class CrmCalls
{
    /// <summary>Takes in one page of notes; awards wait for <see cref="Settle"/>.</summary>
    public static ImportSummary Take(StoreChange change, string connection, IEnumerable<SourceNote> notes, CancellationToken cancel)
    {
        var audit = change.Audit("call", connection, null, null);
        using var run = new CallImportRun(change, audit, connection, new ImportOptions { SkipInvalid = true, Crm = CallCrm.Shown });
        foreach (var note in notes) run.Take(NoteParser.Row(note));
        var outcome = run.Complete(cancel);
        Conclude(change, audit, outcome.ChangedNothing ? null : outcome.Account(null));
        return outcome.Summary;
    }

    /// <summary>Takes calls that are gone out of all counters; their XP stays.</summary>
    /// <returns>How many were known.</returns>
    public static int Withdraw(StoreChange change, string connection, IEnumerable<Guid> notes)
    {
        var (register, book, days) = (RepRegister.Load(change.Store), RuleBook.Load(change.Store), new DayLedger());
        var audit = change.Audit("call", connection, null, null);
        using var writer = new CallWriter(change, audit, register, book, days);
        var gone = notes.Where(writer.Withdraw).ToList();
        var earliest = days.Earliest();
        days.Flush(change);
        Awards.Defer(change, register, book, earliest);
        Conclude(change, audit, gone.Count == 0 ? null : new { Source = connection, Withdrawn = gone });
        return gone.Count;
    }

    /// <summary>Settles what pages left to be judged.</summary>
    public static void Settle(ProgressStore store, string connection, CancellationToken cancel) => store.Change(
        change =>
        {
            var register = RepRegister.Load(store);
            const string sql = "SELECT r.id, r.evaluated_through FROM rep AS r WHERE r.evaluated_through < (SELECT max(day) FROM rep_day WHERE rep = r.id)";
            var waiting = change.Connection.Query<(long Rep, long Through)>(sql).ToDictionary(r => (int)r.Rep, r => (int)r.Through + 1);
            if (waiting.Count == 0) change.TakeBack();
            else Awards.Settle(change, change.Audit("sync", connection, null, new { Settled = waiting.Count }), register, RuleBook.Load(store), waiting, cancel);
            return waiting.Count;
        },
        cancel: cancel);

    /// <summary>Calls with a rep that the CRM has not shown.</summary>
    public static IReadOnlyList<(Guid Note, string Title, DateTime At, Guid Member)> LocalOnly(ProgressStore store) =>
        store.Read(connection => connection
            .Query<(byte[] Note, string Title, long At, byte[] Member)>(
                "SELECT c.note, c.title, c.at, r.member FROM call AS c JOIN rep AS r ON r.id = c.rep WHERE c.crm = 0 ORDER BY c.at, c.note")
            .Select(c => (StoredValues.ToGuid(c.Note), c.Title, StoredValues.FromMs(c.At), StoredValues.ToGuid(c.Member)))
            .ToList());

    public static int CountLocalOnly(ProgressStore store) =>
        store.Read(connection => connection.ExecuteScalar<int>("SELECT count(*) FROM call WHERE crm = 0 AND rep IS NOT NULL"));

    /// <summary>Notes that the CRM has now because we wrote them there.</summary>
    public static void MarkShown(StoreChange change, IEnumerable<Guid> notes)
    {
        foreach (var note in notes)
        {
            change.Connection.Execute("UPDATE call SET crm = @shown WHERE note = @note", new { shown = (int)CallCrm.Shown, note = note.ToBlob() });
            if (change.Connection.QuerySingleOrDefault<byte[]?>("SELECT r.member FROM call AS c JOIN rep AS r ON r.id = c.rep WHERE c.note = @note", new { note = note.ToBlob() }) is { } member)
                change.Outbox(ProgressionRecord.Entity, StoredValues.ToGuid(member).ToString());
        }
    }

    private static void Conclude(StoreChange change, long audit, object? outcome)
    {
        if (outcome is not null) change.CompleteAudit(audit, outcome);
        // Nothing changed: there is nothing to account for.
        else change.Connection.Execute("DELETE FROM audit WHERE id = @audit", new { audit });
    }
}
