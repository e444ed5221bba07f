using Dapper;
using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Once a day, takes calls whose notes were thrown away or renamed there out of the counters; their XP stays.</summary>
internal sealed class WithdrawNotes : ISyncFlow
{
    private const string Cursor = EntityNames.NoteTrash;

    private static readonly TimeSpan Period = TimeSpan.FromHours(24);

    public string Name => "removed call notes";

    public bool IsPush => false;

    public void Run(SyncPass pass)
    {
        if (!pass.Request.Full && CursorTable.At(pass.Store, pass.Connection, Cursor) is { } last && pass.Store.UtcNow - last < Period) return;
        var (gone, cursor) = (new List<Guid>(), CursorTable.Find(pass.Store, pass.Connection, Cursor));
        foreach (var entity in new[] { EntityNames.NoteTrash, EntityNames.NoteRenamed })
        {
            // Before the first reading nothing that we know can have been renamed.
            if (entity == EntityNames.NoteRenamed && cursor is null) continue;
            foreach (var page in pass.Provider.Changes(entity, cursor, pass.Cancel))
            {
                gone.AddRange(page.Records.Select(r => Guid.Parse(r.Id)));
                pass.Report("removed call notes", gone.Count);
                pass.Breathe();
            }
        }

        var known = pass.Store.Read(c => gone.Where(id => c.ExecuteScalar<long>("SELECT count(*) FROM call WHERE note = @note AND crm = 1", new { note = id.ToBlob() }) > 0).ToList());
        var all = pass.Store.Read(c => c.ExecuteScalar<long>("SELECT count(*) FROM call WHERE crm = 1"));
        if (RemovalLimit.IsOver(known.Count, all) && !pass.Request.Force)
        {
            pass.Fail("CallsRemoved", FormattableString.Invariant(
                $"{known.Count:N0} of {all:N0} calls were removed there, more than a tenth, so none was taken out of the counters here. If that is right, Invoke-CrmSync -Connection {pass.Connection} -Full -Force does it."));
            return;
        }

        pass.Change(change =>
        {
            CrmCalls.Withdraw(change, pass.Connection, known);
            CursorTable.Save(change, pass.Connection, Cursor, CursorTable.Find(pass.Store, pass.Connection, EntityNames.Note) ?? IsoText.Utc(change.Now));
            return true;
        });
        CrmCalls.Settle(pass.Store, pass.Connection, pass.Cancel);
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        if (request.Full || !(store.UtcNow - CursorTable.At(store, connection, Cursor) < Period))
            yield return new SyncPlanStep(connection, "read call notes that were removed or renamed", SyncDirection.Pull, null, 2, 0);
    }
}
