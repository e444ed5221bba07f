using System.Text.Json.Nodes;
using Dapper;
using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>A write of a rep's record, and what it was made from.</summary>
internal sealed record PendingWrite(RecordWrite Write, TakenRecord Taken, OutboxEntry? Entry, bool IsIncomplete)
{
    /// <param name="taken">The record with what it lacks.</param>
    /// <param name="entry">Its place in the outbox.</param>
    /// <param name="how">How records are exchanged.</param>
    /// <param name="generation">Of a record to be created, how many of its ids may lie in the bin.</param>
    public static PendingWrite Of(TakenRecord taken, OutboxEntry? entry, ExchangeRules how, int generation)
    {
        var fields = (JsonObject)taken.Merge.ToSend.DeepClone();
        var needs = how.IsIncomplete ? [] : ProgressionFields.Needed;
        if (taken.Record is not { } record)
        {
            fields = (JsonObject)taken.Merge.Result.DeepClone();
            fields[ProgressionFields.Member] = taken.Member.ToString();
            fields[ProgressionFields.Revision] = 1;
            if (!how.IsIncomplete)
                foreach (var total in new[] { SyncStateFormat.TotalXp, SyncStateFormat.ClosedDeals }) fields[total] ??= 0;
            return new PendingWrite(
                new RecordWrite(taken.Member.ToString(), RecordId.Of(taken.Member, generation).ToString(), fields, null) { Needs = needs }, taken, entry, how.IsIncomplete);
        }

        var expected = new JsonObject();
        foreach (var field in ProgressionFields.Expected.Where(how.Usable.Contains)) expected[field] = record.Fields[field]?.DeepClone();
        fields[ProgressionFields.Revision] = (JsonTree.Whole(record.Fields[ProgressionFields.Revision]) ?? 0) + 1;
        return new PendingWrite(new RecordWrite(taken.Member.ToString(), record.Id, fields, expected) { Needs = needs }, taken, entry, how.IsIncomplete);
    }
}

/// <summary>Puts down what became of writes.</summary>
internal sealed class PushedRecords(SyncPass pass, StoreChange change)
{
    /// <summary>Why a record waits whose XP the remote cannot hold yet.</summary>
    public const string Incomplete = "SchemaIncomplete: XP and deals were not sent.";

    private const string Entity = EntityNames.RepProgression;
    private const string UpdatedAt = "updatedAt";

    private readonly RepRegister register = RepRegister.Load(change.Store);
    private readonly RuleBook book = RuleBook.Load(change.Store);

    public void Conclude(PendingWrite pending, WriteOutcome outcome)
    {
        switch (outcome.Fate)
        {
            case WriteFate.Applied:
                Acknowledge(pending, outcome.Record);
                break;
            case WriteFate.Refused:
                if (pending.Entry is not null) OutboxTable.Refuse(change, Entity, pending.Entry, outcome.Reason ?? "refused");
                pass.Say($"{pending.Write.Key} is refused: {outcome.Reason}", isFault: true);
                break;
            default:
                // Lost, or no answer: it stays in the outbox, is read again and merged again.
                break;
        }
    }

    private void Acknowledge(PendingWrite pending, RemoteRecord? answer)
    {
        var (write, taken) = (pending.Write, pending.Taken);
        if (write.Expected is null) pass.Created++;
        else pass.Pushed++;
        // What we sent is what the record has now: a replica may still tell the old.
        var fields = (JsonObject)(taken.Record?.Fields.DeepClone() ?? new JsonObject());
        foreach (var (name, value) in write.Fields) fields[name] = value?.DeepClone();
        if (answer?.Fields[UpdatedAt] is { } updated) fields[UpdatedAt] = updated.DeepClone();
        Remember(new RemoteRecord(write.Id, write.Key, fields), taken);
        if (pending.Entry is null) return;
        Sent(change, pending.Entry, pending.IsIncomplete);
    }

    private void Remember(RemoteRecord record, TakenRecord taken)
    {
        var rep = register.Credited(register.Member(taken.Member)!);
        var known = ElsewhereTable.Find(change.Store, rep.Key);
        var before = register.Ids(rep).SelectMany(id => ShadowTable.Read(change.Store, pass.Connection, Entity, id.ToString())).ToList();
        ShadowTable.Save(change, pass.Connection, Entity, ToldFigures.Restored(before, record));
        foreach (var gone in taken.Gone) ShadowTable.Remove(change, pass.Connection, Entity, gone);
        var others = before.Where(b => b.Id != record.Id && taken.Gone.All(g => g.Id != b.Id));
        var told = ToldFigures.Of(known, before, [record, .. others]).Figures;
        // What others had contributed to a record that is gone is shown on.
        var foreign = taken.Gone.Select(g => ToldFigures.Read(g.Fields)).ToList();
        told = new ElsewhereFigures(
            told.Xp with { Lost = told.Xp.Lost + foreign.Sum(f => f.Xp.Foreign) }, told.Deals with { Lost = told.Deals.Lost + foreign.Sum(f => f.Deals.Foreign) });
        ElsewhereTable.Save(change, rep.Key, told);
        ElsewhereTable.Settle(change, book, [rep]);
        ToldToday(change, rep);
    }

    /// <summary>The remote has everything already.</summary>
    public static void NothingToSend(StoreChange change, Guid member, OutboxEntry entry, bool isIncomplete)
    {
        Sent(change, entry, isIncomplete);
        if (RepRegister.Load(change.Store) is var register && register.Member(member) is { } rep) ToldToday(change, register.Credited(rep));
    }

    private static void Sent(StoreChange change, OutboxEntry entry, bool isIncomplete)
    {
        if (isIncomplete) OutboxTable.Refuse(change, Entity, entry, Incomplete);
        else OutboxTable.Sent(change, Entity, entry);
    }

    private static void ToldToday(StoreChange change, RepEntry rep) => change.Connection.Execute(
        "UPDATE rep_elsewhere SET told_day = @day WHERE rep = @rep", new { rep = rep.Key, day = rep.Zones.ToLocal(change.Now).Day });
}
