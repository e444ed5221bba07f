using Progress.Customers;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Takes in rows of Customer Assets: customers, and the milestone that each works on.</summary>
internal sealed class PullCustomers : ISyncFlow
{
    private const string Entity = EntityNames.CustomerAsset;

    public string Name => "customers";

    public bool IsPush => false;

    public void Run(SyncPass pass)
    {
        if (pass.Existing(Entity, "customers are not read") is not { } entity) return;
        foreach (var page in pass.Provider.Changes(Entity, CursorTable.Find(pass.Store, pass.Connection, Entity), pass.Cancel))
        {
            var replaced = Replaced(pass, page.Records);
            pass.Change(change =>
            {
                foreach (var customer in replaced) CustomerLinks.Link(change, customer, null);
                var exchange = new CustomerExchange(pass, change, entity);
                foreach (var row in page.Records) exchange.Take(row);
                if (page.Cursor is not null) CursorTable.Save(change, pass.Connection, Entity, page.Cursor);
                return true;
            });
        }
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        var since = request.Full ? null : CursorTable.Find(store, connection, Entity);
        yield return new SyncPlanStep(connection, since is null ? "read all customers" : $"read customers changed since {since}", SyncDirection.Pull, null, 1, 0);
    }

    /// <summary>Customers whose row is gone there, and for whom another one came.</summary>
    private static List<string> Replaced(SyncPass pass, IReadOnlyList<RemoteRecord> rows)
    {
        var register = CustomerRegister.Load(pass.Store);
        var doubted = rows.Select(r => (Row: r, Customer: register.Find(r.Key))).Where(d => d.Customer?.Remote is { } other && other != d.Row.Id).Select(d => d.Customer!).ToList();
        if (doubted.Count == 0) return [];
        var there = pass.Provider.Read(Entity, [.. doubted.Select(c => c.Remote!)], pass.Cancel).Select(r => r.Id).ToHashSet();
        return [.. doubted.Where(c => !there.Contains(c.Remote!)).Select(c => c.Id)];
    }
}
