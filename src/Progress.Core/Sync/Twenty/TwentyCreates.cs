using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>Creates records under their own ids, many a call; one that is refused does not hold up the others.</summary>
internal sealed class TwentyCreates(TwentyCalls calls, TwentyPages pages)
{
    private bool batches = true;

    /// <param name="work">What to create, and where its outcomes go.</param>
    /// <param name="cancel">Stops it.</param>
    public void Create(Creation work, CancellationToken cancel) => Part(work, work.Open, cancel);

    private void Part(Creation work, List<int> part, CancellationToken cancel)
    {
        if (part.Count == 0) return;
        try
        {
            if (part.Count == 1) Single(work, part[0], cancel);
            else if (batches) Batch(work, part, cancel);
            else part.ForEach(i => Part(work, [i], cancel));
        }
        catch (RemoteException twice) when (twice.Fault == RemoteFault.Duplicate)
        {
            MarkExisting(work, part, cancel);
            var left = part.Where(i => work.Outcomes[i] is null).ToList();
            if (left.Count < part.Count) Part(work, left, cancel);
            else if (part.Count == 1) work.Outcomes[part[0]] = new(WriteFate.Lost);
            else Halves(work, part, cancel);
        }
        catch (RemoteException none) when (part.Count > 1 && HasNoBatches(none))
        {
            batches = false;
            Part(work, part, cancel);
        }
        catch (RemoteException refused) when (refused.Fault is RemoteFault.Refused or RemoteFault.NotFound)
        {
            if (part.Count == 1) work.Outcomes[part[0]] = new(WriteFate.Refused, null, refused.Message);
            else Halves(work, part, cancel);
        }
        catch (RemoteException cut) when (work.Lost.MayGoOn(cut))
        {
            foreach (var i in part) work.Outcomes[i] ??= new(WriteFate.Unknown);
        }
    }

    private void Halves(Creation work, List<int> part, CancellationToken cancel)
    {
        Part(work, part[..(part.Count / 2)], cancel);
        Part(work, part[(part.Count / 2)..], cancel);
    }

    private void Single(Creation work, int i, CancellationToken cancel)
    {
        var path = $"/rest/{TwentyShape.Plural(work.Entity)}";
        if (Post(path, work.Bodies[i].DeepClone(), cancel)?.FirstOrDefault().Value is not JsonObject row) throw calls.Shapeless(path, true);
        work.Lost.Came();
        work.Outcomes[i] = new(WriteFate.Applied, TwentyShape.Record(work.Entity, row));
    }

    private void Batch(Creation work, List<int> part, CancellationToken cancel)
    {
        var path = $"/rest/batch/{TwentyShape.Plural(work.Entity)}";
        // under createNotes, or in some releases under notes; not in the order of the input
        if (Post(path, new JsonArray([.. part.Select(i => work.Bodies[i].DeepClone())]), cancel)?.FirstOrDefault().Value is not JsonArray rows)
            throw calls.Shapeless(path, true);
        work.Lost.Came();
        var byId = rows.Objects().Select(r => TwentyShape.Record(work.Entity, r)).ToLookup(r => r.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var i in part)
            work.Outcomes[i] = byId[work.Id(i)].FirstOrDefault() is { } record ? new(WriteFate.Applied, record) : new(WriteFate.Unknown);
    }

    /// <summary>Notes which are there already, whether in the bin or not.</summary>
    private void MarkExisting(Creation work, List<int> part, CancellationToken cancel)
    {
        var filter = TwentyFilter.In("id", [.. part.Select(work.Id)], andInBin: true);
        var list = new TwentyList(TwentyShape.Plural(work.Entity), filter, "id") { Fields = TwentyShape.Wanted(work.Entity), Whole = true };
        var there = pages.Read(list, cancel).SelectMany(p => p).Select(r => TwentyShape.Record(work.Entity, r))
            .ToLookup(r => r.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var i in part)
            if (there[work.Id(i)].FirstOrDefault() is { } record) work.Outcomes[i] = new(WriteFate.Lost, record);
    }

    private JsonObject? Post(string path, JsonNode body, CancellationToken cancel) =>
        calls.Send(new RemoteRequest(HttpMethod.Post, path) { Body = body }, true, cancel).At("data") as JsonObject;

    private bool HasNoBatches(RemoteException refused) => batches
        && (refused.Message.Contains("Query path '", StringComparison.Ordinal) || (refused.Fault == RemoteFault.BadAnswer && !refused.MayHaveBeenDone));
}

/// <summary>Records to be created together.</summary>
/// <param name="Entity">Their entity.</param>
/// <param name="Bodies">What to create, each with its id.</param>
/// <param name="Outcomes">Takes the outcome of each as soon as it is known; what it has already is left alone.</param>
/// <param name="Lost">Whether to go on without an answer.</param>
internal sealed record Creation(string Entity, IReadOnlyList<JsonObject> Bodies, WriteOutcome?[] Outcomes, LostAnswers Lost)
{
    /// <summary>Those without outcome.</summary>
    public List<int> Open => [.. Enumerable.Range(0, Bodies.Count).Where(i => Outcomes[i] is null)];

    public string Id(int i) => Bodies[i].At("id").Text()!;
}
