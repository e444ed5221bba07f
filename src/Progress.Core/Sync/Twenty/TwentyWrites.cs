using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>Carries out a list of writes in order, creations in batches, changes one by one.</summary>
internal sealed class TwentyWrites(TwentyCreates creates, TwentyUpdates updates, Func<bool, CancellationToken, RemoteEntity> schema)
{
    private const int Batch = 60;

    public IReadOnlyList<WriteOutcome> Write(string entity, IReadOnlyList<RecordWrite> writes, CancellationToken cancel)
    {
        var outcomes = new List<WriteOutcome>(writes.Count);
        var lost = new LostAnswers();
        while (outcomes.Count < writes.Count)
        {
            var step = Step(writes, outcomes.Count);
            var known = new WriteOutcome?[step.Count];
            try
            {
                Take(entity, step, known, lost, cancel);
            }
            catch (RemoteException fault)
            {
                throw Ended(fault, [.. outcomes, .. Begun(known, fault.MayHaveBeenDone)]);
            }

            outcomes.AddRange(known.Select(o => o ?? new(WriteFate.Unknown)));
        }

        return outcomes;
    }

    private static IReadOnlyList<RecordWrite> Step(IReadOnlyList<RecordWrite> writes, int from) => writes[from].Expected is not null
        ? [writes[from]]
        : [.. writes.Skip(from).TakeWhile(w => w.Expected is null).Take(Batch)];

    private void Take(string entity, IReadOnlyList<RecordWrite> step, WriteOutcome?[] known, LostAnswers lost, CancellationToken cancel)
    {
        try
        {
            Once(entity, step, known, lost, cancel);
        }
        catch (RemoteException changed) when (changed.Fault == RemoteFault.UnknownField && entity == EntityNames.RepProgression)
        {
            // somebody renamed or removed a field since we looked
            Check(step, schema(true, cancel));
            try
            {
                Once(entity, step, known, lost, cancel);
            }
            catch (RemoteException still) when (still.Fault == RemoteFault.UnknownField)
            {
                for (var i = 0; i < known.Length; i++) known[i] ??= new(WriteFate.Refused, null, still.Message);
            }
        }
    }

    private void Once(string entity, IReadOnlyList<RecordWrite> step, WriteOutcome?[] known, LostAnswers lost, CancellationToken cancel)
    {
        var fields = entity == EntityNames.RepProgression ? schema(false, cancel) : null;
        if (fields is not null) Check(step, fields);
        if (step[0].Expected is { } expected)
        {
            known[0] = Change(step[0], expected, fields!, lost, cancel);
            return;
        }

        var bodies = step.Select(w => WithId(w, fields is null ? w.Fields.DeepClone().AsObject() : TwentyShape.Body(w.Fields, fields)));
        creates.Create(new Creation(entity, [.. bodies], known, lost), cancel);
    }

    private WriteOutcome Change(RecordWrite write, JsonObject expected, RemoteEntity fields, LostAnswers lost, CancellationToken cancel)
    {
        try
        {
            var outcome = updates.Change(write, expected, fields, cancel);
            lost.Came();
            return outcome;
        }
        catch (RemoteException refused) when (refused.Fault is RemoteFault.Refused or RemoteFault.Duplicate)
        {
            return new(WriteFate.Refused, null, refused.Message);
        }
        catch (RemoteException cut) when (lost.MayGoOn(cut))
        {
            return new(WriteFate.Unknown);
        }
    }

    private static void Check(IReadOnlyList<RecordWrite> step, RemoteEntity fields)
    {
        if (step.SelectMany(w => w.Needs).FirstOrDefault(n => !fields.Usable.Contains(n)) is { } gone)
            throw new RemoteException(
                RemoteFault.UnknownField, $"Twenty has no field {gone} any more, without which nothing can be added. Run Initialize-CrmSchema to add it.");
    }

    private static JsonObject WithId(RecordWrite write, JsonObject body)
    {
        body["id"] = write.Id;
        return body;
    }

    private static IEnumerable<WriteOutcome> Begun(WriteOutcome?[] known, bool maybeDone)
    {
        var count = maybeDone ? known.Length : Array.FindLastIndex(known, o => o is not null) + 1;
        return known.Take(count).Select(o => o ?? new(WriteFate.Unknown));
    }

    private static RemoteException Ended(RemoteException fault, IReadOnlyList<WriteOutcome> outcomes) => new(fault.Fault, fault.Message, fault)
    {
        MayHaveBeenDone = fault.MayHaveBeenDone, RetryAfter = fault.RetryAfter, PerMinute = fault.PerMinute, Outcomes = outcomes,
    };
}
