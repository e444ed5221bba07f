using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Writes calls that the CRM does not have there as notes, under their own ids; only where that is asked for.</summary>
internal sealed class PushNotes : ISyncFlow
{
    public string Name => "calls as notes";

    public bool IsPush => true;

    public void Run(SyncPass pass)
    {
        if (!pass.Request.PushCalls) return;
        var calls = CrmCalls.LocalOnly(pass.Store);
        foreach (var batch in calls.Chunk(pass.Provider.Traits.CreateBatch))
        {
            pass.Report("calls as notes", pass.Created, calls.Count);
            var outcomes = pass.Provider.Write(EntityNames.Note, [.. batch.Select(c => NoteRecord.Write(c.Note, c.Title, c.At))], pass.Cancel);
            // One that exists was written by an earlier pass whose answer was lost.
            var there = batch.Where((_, i) => outcomes[i].Fate is WriteFate.Applied or WriteFate.Lost).Select(c => c.Note).ToList();
            pass.Change(change =>
            {
                CrmCalls.MarkShown(change, there);
                return true;
            });
            pass.Created += outcomes.Count(o => o.Fate == WriteFate.Applied);
            foreach (var refused in outcomes.Where(o => o.Fate == WriteFate.Refused)) pass.Say($"A call is refused as a note: {refused.Reason}", isFault: true);
            if (outcomes.Any(o => o.Fate == WriteFate.Unknown)) pass.Say("Of some calls no answer came; the next sync with -PushCalls sees whether they are there.", isFault: true);
        }
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        if (!request.PushCalls) yield break;
        var calls = CrmCalls.LocalOnly(store).Count;
        yield return new SyncPlanStep(connection, "write calls as notes", SyncDirection.Push, calls, (calls + traits.CreateBatch - 1) / traits.CreateBatch, 0);
    }
}
