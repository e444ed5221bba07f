using System.Text.Json.Nodes;
using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Takes in records of reps that changed there; what they lack of ours waits for the next push.</summary>
internal sealed class PullProgressions : ISyncFlow
{
    private const string Entity = EntityNames.RepProgression;

    public string Name => "progression";

    public bool IsPush => false;

    public void Run(SyncPass pass)
    {
        if (pass.Schema.Entities.FirstOrDefault(e => e.Name == Entity) is not { Exists: true } schema) return;
        var how = ExchangeRules.Of(pass, schema);
        foreach (var page in pass.Provider.Changes(Entity, CursorTable.Find(pass.Store, pass.Connection, Entity), pass.Cancel))
        {
            pass.Report("progression", pass.Pulled);
            Take(pass, how, page);
        }
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        yield return new SyncPlanStep(connection, "read records of reps that changed there", SyncDirection.Pull, null, 1, 0);
    }

    private static bool IsKnown(SyncPass pass, RemoteRecord record) =>
        ShadowTable.Find(pass.Store, pass.Connection, Entity, record.Key, record.Id) is { } known && JsonNode.DeepEquals(known, record.Fields);

    private static void Take(SyncPass pass, ExchangeRules how, RemotePage page) => pass.Change(change =>
    {
        // A page begins before where the last one ended; what it tells again is no news.
        var records = page.Records.Where(r => !r.IsDeleted && Guid.TryParse(r.Key, out _) && (pass.Request.Full || !IsKnown(pass, r))).ToList();
        foreach (var stray in page.Records.Where(r => !r.IsDeleted && !Guid.TryParse(r.Key, out _)))
            pass.Say($"Record {stray.Id} has no workspaceMemberId, so it belongs to nobody. Fill the field in, or delete the record.", isFault: true);
        var exchange = new ProgressionExchange(change, pass.Connection, how);
        foreach (var taken in exchange.Take([.. records.Select(r => Guid.Parse(r.Key)).Distinct()], records, isAll: false, pass.Cancel))
            if (taken.Merge.Adds) OutboxTable.Wait(change, Entity, taken.Member.ToString());
        pass.Put(change, exchange.Conflicts);
        pass.Pulled += records.Count;
        if (page.Cursor is not null) CursorTable.Save(change, pass.Connection, Entity, page.Cursor);
        return true;
    });
}
