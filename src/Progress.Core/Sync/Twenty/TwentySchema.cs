namespace Progress.Sync.Twenty;

/// <summary>Finds out what the workspace has of our records, and creates what is missing.</summary>
internal sealed class TwentySchema(TwentyCalls calls)
{
    private const string NotAllowed = "the key's role lacks the Data model permission; give it that, or add this by hand: ";

    private readonly IMetadata[] ways = [new MetadataRest(calls), new MetadataGraphQl(calls)];
    private int way;

    public RemoteSchema Describe(CancellationToken cancel)
    {
        try
        {
            return Schema(By(m => m.Find(cancel)), null);
        }
        catch (RemoteException denied) when (denied.Fault == RemoteFault.Forbidden)
        {
            return Schema(OpenApiSchema.Find(calls, cancel), NotAllowed);
        }
    }

    public RemoteSchema Create(CancellationToken cancel)
    {
        try
        {
            return CreateMissing(cancel);
        }
        catch (RemoteException denied) when (denied.Fault == RemoteFault.Forbidden)
        {
            return Schema(OpenApiSchema.Find(calls, cancel), NotAllowed);
        }
    }

    private RemoteSchema CreateMissing(CancellationToken cancel)
    {
        var found = By(m => m.Find(cancel)) ?? CreateObject(cancel);
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        var missing = TwentyField.All.Where(f => !found.Fields.ContainsKey(f.Name)).ToList();
        foreach (var field in missing)
            if (Refusal(m => m.CreateField(found.Id, field, cancel)) is { } why) refused[field.Name] = why;
        // what a POST answers differs between releases and may be lost: what counts is what is there
        if (missing.Count > 0) found = By(m => m.Find(cancel)) ?? throw NotServed();
        var schema = Schema(found, null);
        return new([.. schema.Entities.Select(e => e with { Fields = [.. e.Fields.Select(f => Explain(f, refused))] })]);
    }

    private MetadataObject CreateObject(CancellationToken cancel)
    {
        var refused = Refusal(m => m.CreateObject(cancel));
        return By(m => m.Find(cancel)) ?? throw new RemoteException(
            RemoteFault.Refused,
            $"{calls.Host} does not create the object {TwentyField.Singular}: {refused ?? "it is not there afterwards."} Add it by hand: {TwentyField.ObjectByHand}.");
    }

    /// <summary>Does it the way that works; a failing REST gives way to GraphQL.</summary>
    private T By<T>(Func<IMetadata, T> use)
    {
        try
        {
            return use(ways[way]);
        }
        catch (RemoteException failed) when (way == 0 && failed.Fault is RemoteFault.ServerError or RemoteFault.BadAnswer)
        {
            way = 1;
            try
            {
                return use(ways[way]);
            }
            catch (RemoteException)
            {
                way = 0;
                throw failed;
            }
        }
    }

    /// <summary>Why a creation failed; null where it did not. Whether it was done all the same is seen afterwards.</summary>
    private string? Refusal(Action<IMetadata> create)
    {
        try
        {
            return By<string?>(m => { create(m); return null; });
        }
        catch (RemoteException fault) when (fault.MayHaveBeenDone || !fault.EndsPass && fault.Fault != RemoteFault.Forbidden)
        {
            return fault.Message;
        }
    }

    private static RemoteField Explain(RemoteField field, Dictionary<string, string> refused) =>
        field.State == FieldState.Missing && refused.TryGetValue(field.Name, out var why)
            ? field with { Note = $"{why} Add it by hand: {TwentyField.All.First(f => f.Name == field.Name).ByHand}." } : field;

    private static RemoteSchema Schema(MetadataObject? found, string? byHand)
    {
        var before = found is null ? $"{TwentyField.ObjectByHand}; then " : "";
        var fields = TwentyField.All.Select(f => Field(f, found, byHand is null ? null : $"{byHand}{before}{f.ByHand}."));
        return new([new RemoteEntity(EntityNames.RepProgression, found is { IsActive: true }, [.. fields])]);
    }

    private static RemoteField Field(TwentyField field, MetadataObject? found, string? byHand)
    {
        if (found is null || !found.Fields.TryGetValue(field.Name, out var there)) return new(field.Name, field.Type, FieldState.Missing, null, byHand);
        if (!found.IsActive || !there.IsActive)
        {
            var what = found.IsActive ? $"the field {field.Name}" : $"the object {TwentyField.Label2}";
            return new(field.Name, field.Type, FieldState.Missing, null, $"{what} is deactivated: activate it in Twenty under Settings → Data Model.");
        }

        if (field.Accepts(there.Type)) return new(field.Name, field.Type, FieldState.Present, there.Type == field.Type ? null : there.Type);
        return new(field.Name, field.Type, FieldState.WrongType, there.Type,
            $"the field {field.Name} is of type {there.Type}, not {field.Type}: rename it in Twenty under Settings → Data Model → {TwentyField.Label2}, "
            + "then run Initialize-CrmSchema.");
    }

    private RemoteException NotServed() => new(
        RemoteFault.UnknownObject, $"{calls.Host} does not show the object {TwentyField.Singular} that was there just now. Run Initialize-CrmSchema again.");
}
