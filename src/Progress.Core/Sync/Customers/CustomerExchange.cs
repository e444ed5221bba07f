using System.Text.Json.Nodes;
using Dapper;
using Progress.Customers;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Takes in rows of Customer Assets, in one change of the store.</summary>
internal sealed class CustomerExchange(SyncPass pass, StoreChange change, RemoteEntity entity)
{
    private const string Entity = EntityNames.CustomerAsset;

    private readonly CustomerRegister register = CustomerRegister.Load(change.Store);

    /// <summary>Takes a row in; a customer whom nobody here knows becomes one.</summary>
    public void Take(RemoteRecord row)
    {
        if (row.Key.Length == 0) return;
        if (!CustomerId.IsValid(row.Key))
        {
            pass.Say($"Customer Assets: '{row.Key}' of {row.Id} is no customer id; allowed: {CustomerId.Allowed}. The row is left out.", isFault: true);
            return;
        }

        var customer = register.Find(row.Key) ?? Add(row.Key);
        if (customer.Remote is { } other && other != row.Id)
        {
            pass.Say($"Customer Assets has several rows of {customer.Id}: {other} is used, and {row.Id} is left out. Delete one of them.", isFault: true);
            return;
        }

        CustomerLinks.Link(change, customer.Id, row.Id);
        Merge(row, customer, new JsonObject { [CustomerFields.Milestone] = customer.Milestone });
    }

    /// <summary>Merges a row with ours.</summary>
    /// <returns>Fields that it lacks.</returns>
    public JsonObject Merge(RemoteRecord row, CustomerEntry customer, JsonObject local)
    {
        var told = CustomerFields.Told(row.Fields, entity);
        var shadow = ShadowTable.Find(change.Store, pass.Connection, Entity, customer.Id, row.Id);
        var merge = RecordMerge.Of(CustomerFields.Rules, shadow, local, told);
        foreach (var c in merge.Conflicts)
            pass.Put(change, new FoundConflict(pass.Connection, Entity, customer.Id, row.Id, c.Field, ConflictKind.BothChanged, c.Ours?.ToJsonString(), c.Theirs?.ToJsonString(), null));
        if (told.ContainsKey(CustomerFields.Milestone)) SetMilestone(customer, RecordText.Of(merge.Result[CustomerFields.Milestone]), told);
        ShadowTable.Save(change, pass.Connection, Entity, new RemoteRecord(row.Id, customer.Id, told));
        if (merge.ToSend.Count > 0) OutboxTable.Wait(change, Entity, customer.Id);
        return merge.ToSend;
    }

    private CustomerEntry Add(string id)
    {
        var added = CustomerDirectory.Insert(change, register, new NewCustomer(id));
        change.Audit("customer", id, null, added.Describe());
        pass.Pulled++;
        return added;
    }

    private void SetMilestone(CustomerEntry customer, string? text, JsonObject told)
    {
        string? milestone = null;
        if (text is not null && !TaskOptions.Milestone.TryParse(text, out milestone))
        {
            pass.Say($"{customer.Id}: {CustomerFields.Milestone} is '{text}' there, which is not allowed here; allowed: {TaskOptions.Milestone.Allowed}.", isFault: true);
            told[CustomerFields.Milestone] = customer.Milestone;
            return;
        }

        if (milestone == customer.Milestone) return;
        var after = customer with { Milestone = milestone };
        change.Connection.Execute("UPDATE customer SET milestone = @milestone WHERE id = @Key", new { milestone, customer.Key });
        change.Audit("customer", customer.Id, customer.Describe(), after.Describe());
        register.Put(after);
        change.Outbox(Entity, customer.Id);
        pass.Pulled++;
    }
}
