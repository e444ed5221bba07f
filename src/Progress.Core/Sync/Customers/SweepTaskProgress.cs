using Progress.Customers;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Once a day looks which records are gone there: deletions leave no other trace.</summary>
internal sealed class SweepTaskProgress : ISyncFlow
{
    private const string Entity = EntityNames.TaskProgress;
    private const string Ids = EntityNames.TaskProgressIds;
    private static readonly TimeSpan Period = TimeSpan.FromDays(1);

    public string Name => "deleted task progress";

    public bool IsPush => false;

    public void Run(SyncPass pass)
    {
        if (!IsDue(pass.Store, pass.Connection, pass.Request) || pass.Existing(Entity, "nothing is looked for there") is null) return;
        var there = pass.Provider.Changes(Ids, null, pass.Cancel).SelectMany(p => p.Records).Select(r => r.Id).ToHashSet();
        var missing = ShadowTable.Ids(pass.Store, pass.Connection, Entity).Where(r => !there.Contains(r.Id)).ToList();
        // A list that was read while it changed may lack one that is there.
        foreach (var some in missing.Select(m => m.Id).Chunk(pass.Provider.Traits.KeysPerRead))
            there.UnionWith(pass.Provider.Read(Entity, some, pass.Cancel).Select(r => r.Id));
        missing.RemoveAll(m => there.Contains(m.Id));
        if (RemovalLimit.IsOver(missing.Count, there.Count + missing.Count) && !pass.Request.Force)
        {
            pass.Fail("RecordsRemoved", $"{missing.Count} of {there.Count + missing.Count} progress records are gone there, which is more than a tenth: they are kept here. If they were deleted on purpose, Invoke-CrmSync {pass.Connection} -Full -Force takes them out of the figures.");
            return;
        }

        pass.Change(change =>
        {
            Withdraw(pass, change, missing);
            CursorTable.Save(change, pass.Connection, Ids, "");
            return true;
        });
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        var known = ShadowTable.Ids(store, connection, Entity).Count;
        if (IsDue(store, connection, request)) yield return new SyncPlanStep(connection, "look for deleted task progress", SyncDirection.Pull, known, Math.Max(1, Pages.Of(known, traits.ReadPage)), 0);
    }

    private static bool IsDue(ProgressStore store, string connection, SyncRequest request) =>
        request.Full || !(store.UtcNow - CursorTable.At(store, connection, Ids) < Period);

    private static void Withdraw(SyncPass pass, StoreChange change, List<(string Key, string Id)> missing)
    {
        using var table = new TaskProgressTable(change.Connection);
        var register = CustomerRegister.Load(change.Store);
        foreach (var (key, id) in missing)
        {
            ShadowTable.Remove(change, pass.Connection, Entity, new RemoteRecord(id, key, []));
            // What changed here since is sent as a new record.
            if (table.Find(Guid.Parse(key)) is not { Gone: null } row || OutboxTable.IsWaiting(pass.Store, Entity, key)) continue;
            table.Update(row with { Gone = change.Now.ToMs() });
            change.Audit(Entity, row.Key, row.Describe(register), new { Gone = change.Now });
            change.Outbox(EntityNames.CustomerAsset, register[row.Customer].Id);
            pass.Pulled++;
        }

        if (missing.Count > 0) pass.Say($"{missing.Count} progress records are gone there and no longer counted here, e.g. {missing[0].Id}.");
    }
}
