using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Takes in call notes that changed there.</summary>
internal sealed class PullNotes : ISyncFlow
{
    public string Name => "call notes";

    public bool IsPush => false;

    public void Run(SyncPass pass)
    {
        const string entity = EntityNames.Note;
        foreach (var page in pass.Provider.Changes(entity, CursorTable.Find(pass.Store, pass.Connection, entity), pass.Cancel))
        {
            pass.Change(change =>
            {
                var reps = RepRegister.Load(change.Store);
                var summary = CrmCalls.Take(change, pass.Connection, page.Records.Select(n => NoteRecord.Source(n, reps)), pass.Cancel);
                pass.CallNotes += (int)summary.Read;
                if (summary.Invalid > 0) pass.Say($"Call notes that cannot be read are left out, e.g. {summary.Problems[0]}.");
                if (page.Cursor is not null) CursorTable.Save(change, pass.Connection, entity, page.Cursor);
                return true;
            });
            pass.Report("call notes", pass.CallNotes);
        }

        CrmCalls.Settle(pass.Store, pass.Connection, pass.Cancel);
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        var since = request.Full ? null : CursorTable.Find(store, connection, EntityNames.Note);
        yield return new SyncPlanStep(connection, since is null ? "read all call notes" : $"read call notes changed since {since}", SyncDirection.Pull, null, 1, 0);
    }
}
