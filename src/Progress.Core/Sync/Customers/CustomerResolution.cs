using System.Text.Json.Nodes;
using Dapper;
using Progress.Customers;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Resolves conflicts of customers and their progress.</summary>
internal static class CustomerResolution
{
    /// <summary>Ours: our value is put back here and goes there with the next sync. Theirs holds already.</summary>
    public static void Apply(StoreChange change, CrmConflict conflict, ConflictSide use)
    {
        if (use == ConflictSide.Remote) return;
        var ours = conflict.Local is { } json ? JsonNode.Parse(json) : null;
        if (conflict.Entity == EntityNames.CustomerAsset) SetMilestone(change, conflict, ours);
        else SetField(change, conflict, ours);
        Agree(change, conflict);
        change.Outbox(conflict.Entity, conflict.Key);
    }

    private static void SetMilestone(StoreChange change, CrmConflict conflict, JsonNode? ours)
    {
        if (CustomerRegister.Load(change.Store).Find(conflict.Key) is not { } customer) return;
        var after = customer with { Milestone = RecordText.Of(ours) };
        change.Connection.Execute("UPDATE customer SET milestone = @Milestone WHERE id = @Key", new { after.Milestone, after.Key });
        change.Audit("customer", customer.Id, customer.Describe(), after.Describe());
    }

    private static void SetField(StoreChange change, CrmConflict conflict, JsonNode? ours)
    {
        using var table = new TaskProgressTable(change.Connection);
        if (table.Find(Guid.Parse(conflict.Key)) is not { } row) return;
        var register = CustomerRegister.Load(change.Store);
        var after = TaskProgressFields.Read(new JsonObject { [conflict.Field] = ours }, row, []) with { Updated = change.Now.ToMs() };
        if (conflict.Field == TaskProgressFields.Customer && Holder(register, ours) is { } customer) after = after with { Customer = customer.Key };
        table.Update(after);
        change.Audit(conflict.Entity, row.Key, row.Describe(register), after.Describe(register));
        foreach (var touched in new[] { row.Customer, after.Customer }.Distinct()) change.Outbox(EntityNames.CustomerAsset, register[touched].Id);
    }

    private static CustomerEntry? Holder(CustomerRegister register, JsonNode? link) =>
        RecordText.Links(link).Select(id => register.All.FirstOrDefault(c => c.Remote == id)).FirstOrDefault();

    /// <summary>What they have is what is overruled: it is no news any more.</summary>
    private static void Agree(StoreChange change, CrmConflict conflict)
    {
        if (ShadowTable.Find(change.Store, conflict.Connection, conflict.Entity, conflict.Key, conflict.Record) is not { } shadow) return;
        shadow[conflict.Field] = conflict.Remote is { } json ? JsonNode.Parse(json) : null;
        ShadowTable.Save(change, conflict.Connection, conflict.Entity, new RemoteRecord(conflict.Record, conflict.Key, shadow));
    }
}
