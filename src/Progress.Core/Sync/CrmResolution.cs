using System.Text.Json.Nodes;
using Dapper;
using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Resolves conflicts: uses one side's value.</summary>
public static class CrmResolution
{
    /// <summary>Uses one side's value of a conflict; what is to be sent goes with the next sync.</summary>
    /// <param name="store">The store.</param>
    /// <param name="id">The conflict's number.</param>
    /// <param name="use">Whose value holds.</param>
    /// <param name="dryRun">Does everything, and takes it back.</param>
    /// <exception cref="ProgressException"><c>ConflictNotFound</c>; <c>ConflictResolved</c>.</exception>
    public static CrmConflict Resolve(ProgressStore store, long id, ConflictSide use, bool dryRun = false) => store.Change(
        change =>
        {
            var conflict = CrmConflicts.Find(store, id);
            if (conflict.Resolved is { } at)
                throw new ProgressException("ConflictResolved", ErrorKind.Conflict, $"Conflict {id} was resolved at {IsoText.Utc(at)}, with the {conflict.Used} value.", id);
            if (conflict.Entity is EntityNames.TaskProgress or EntityNames.CustomerAsset) CustomerResolution.Apply(change, conflict, use);
            else if (Guid.TryParse(conflict.Key, out var member) && RepRegister.Load(store) is var register && register.Member(member) is { } noted)
                Apply(change, register.Credited(noted), conflict, use);
            CrmConflicts.Close(change, id, use);
            change.Audit("conflict", $"{id}", new { conflict.Local, conflict.Remote }, new { Used = use });
            return CrmConflicts.Find(store, id);
        },
        dryRun);

    private static void Apply(StoreChange change, RepEntry rep, CrmConflict conflict, ConflictSide use)
    {
        switch (conflict.Kind)
        {
            case ConflictKind.Lowered or ConflictKind.Gone:
                Settle(change, rep, conflict, use);
                break;
            case ConflictKind.BothChanged when (use == ConflictSide.Local ? conflict.Local : conflict.Remote) is { } json && JsonNode.Parse(json).Text() is { } text:
                if (conflict.Field == ProgressionFields.Name) change.Connection.Execute("UPDATE rep SET name = @text WHERE id = @Key", new { rep.Key, text });
                else if (conflict.Field == "timeZone") RepDirectory.SetZone(change, rep, text, null);
                break;
        }

        change.Outbox(EntityNames.RepProgression, rep.Member.ToString());
    }

    private static void Settle(StoreChange change, RepEntry rep, CrmConflict conflict, ConflictSide use)
    {
        if (ElsewhereTable.Find(change.Store, rep.Key) is not { } told) return;
        var (xp, deals) = (conflict.Field != SyncStateFormat.ClosedDeals, conflict.Field != SyncStateFormat.TotalXp);
        ElsewhereTable.Save(change, rep.Key, new ElsewhereFigures(xp ? Settled(told.Xp, use) : told.Xp, deals ? Settled(told.Deals, use) : told.Deals));
        ElsewhereTable.Settle(change, RuleBook.Load(change.Store), [rep]);
    }

    /// <summary>Ours: what was overwritten is put back with the next push. Theirs: it is gone, here too.</summary>
    private static OriginFigures Settled(OriginFigures figures, ConflictSide use) =>
        use == ConflictSide.Local ? figures with { Restore = figures.Lost } : figures with { Lost = 0, Restore = 0 };
}
