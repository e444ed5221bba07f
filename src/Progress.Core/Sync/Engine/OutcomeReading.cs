using System.Text.Json;
using System.Text.Json.Nodes;
using Progress.Reps;
using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>One reading of records that count: what they show is counted page by page; what they show no more leaves the counters at the end.</summary>
/// <param name="pass">The pass.</param>
/// <param name="source">What the records are to us.</param>
/// <param name="mapping">Which of them count.</param>
/// <param name="isWhole">Whether everything is read, so that what does not come is gone.</param>
internal sealed class OutcomeReading(SyncPass pass, OutcomeSource source, OutcomeSettings mapping, bool isWhole)
{
    private readonly HashSet<string> shown = [], gone = [];
    private readonly HashSet<int> touched = [];
    private string? stray;
    private int strays;

    public void Take(RemotePage page)
    {
        pass.Pulled += pass.Change(change =>
        {
            using var writer = new CrmOutcomeWriter(change, pass.Connection);
            foreach (var record in page.Records) Take(writer, record, change.Now);
            var written = writer.Complete();
            if (written == 0) change.TakeBack();
            return written;
        });
        pass.Report(mapping.Object, pass.Pulled);
    }

    /// <param name="cursor">Where the next reading goes on; null where nothing came.</param>
    public void Complete(string? cursor)
    {
        var counted = CrmOutcome.Counted(pass.Store, source.Kind);
        if (isWhole) gone.UnionWith(counted.Where(key => !shown.Contains(key)));
        if (RemovalLimit.IsOver(gone.Count, counted.Count) && !pass.Request.Force)
        {
            pass.Fail("OutcomesRemoved", FormattableString.Invariant(
                $"{source.Setting}: {gone.Count:N0} of {counted.Count:N0} are shown there no more, above a tenth, so none was taken out of the counters here. If that is right, Invoke-CrmSync -Connection {pass.Connection} -Full -Force does it."));
            return;
        }

        if (strays > 0)
            pass.Say(FormattableString.Invariant(
                $"{source.Setting}: {strays:N0} of {mapping.Object} count for nobody, as {mapping.Owner} names no rep or {mapping.At} no time, e.g. {stray}."));
        if (cursor is null && gone.Count == 0) return;
        pass.Pulled += pass.Change(change =>
        {
            using var writer = new CrmOutcomeWriter(change, pass.Connection);
            foreach (var key in gone.Order(StringComparer.Ordinal))
            {
                touched.Add((int)writer.Find(key)!.Rep);
                writer.Withdraw(key);
            }

            var written = writer.Complete();
            CrmDeals.Agree(change, writer.Book, touched.Order().Select(key => writer.Register[key]));
            if (cursor is not null) CursorTable.Save(change, pass.Connection, source.Entity, cursor);
            return written;
        });
    }

    private void Take(CrmOutcomeWriter writer, RemoteRecord record, DateTime now)
    {
        var key = CrmOutcome.KeyOf(mapping.Object, record.Id);
        var known = writer.Find(key);
        var owner = Owner(writer.Register, record);
        if (known is not null) touched.Add((int)known.Rep);
        if (owner is not null) touched.Add(owner.Key);
        var fits = !record.IsDeleted && mapping.When.All(w => Texts(record.Fields[w.Key]).Any(w.Value.Contains));
        if (fits && owner is not null && At(record, owner, known, now) is { } at)
        {
            if (at <= now)
            {
                writer.Put(new CrmOutcome(key, source.Kind, owner, at));
                shown.Add(key);
                gone.Remove(key);
                return;
            }
        }
        else if (fits)
        {
            stray ??= record.Id;
            strays++;
        }

        if (known is { Undone: null }) gone.Add(key);
    }

    /// <summary>The rep who is credited; members whom the store does not know are none.</summary>
    private RepEntry? Owner(RepRegister register, RemoteRecord record) =>
        Guid.TryParse(record.Fields[mapping.Owner].Text(), out var member) && register.Member(member) is { } rep ? register.Credited(rep) : null;

    private DateTime? At(RemoteRecord record, RepEntry rep, ActivityRow? known, DateTime now)
    {
        if (!IsoTime.TryParse(record.Fields[mapping.At].Text(), out var told)) return null;
        var at = rep.Zones.ToUtc(told);
        if (at <= now || source.IsDue) return at;
        // A deal that is won before the day that was planned is won by now.
        if (known is { Undone: null }) return StoredValues.FromMs(known.At);
        return record.UpdatedAt is { } changed && changed < now ? changed : now;
    }

    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        null => [],
        JsonArray several => several.SelectMany(Texts),
        JsonValue one when one.GetValueKind() == JsonValueKind.String => [one.GetValue<string>()],
        _ => [value.ToJsonString()],
    };
}
