using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>Objects that the settings name: records that changed, went into the bin, or fell due.</summary>
internal sealed class TwentyObjects(TwentyPages pages, string host, TimeProvider clock)
{
    /// <param name="mapped">The object.</param>
    /// <param name="latest">The latest time seen; null reads all that are not in the bin, and whole.</param>
    /// <param name="overlap">How far before that reading begins.</param>
    /// <param name="cancel">Stops it.</param>
    public IEnumerable<RemotePage> Changes(MappedObject mapped, DateTime? latest, TimeSpan overlap, CancellationToken cancel)
    {
        var filter = latest is { } since ? Changed(mapped, since - overlap) : null;
        var list = new TwentyList(mapped.Name, filter, "updatedAt") { Fields = Wanted(mapped), Whole = latest is null };
        using var read = pages.Read(list, cancel).GetEnumerator();
        while (Next(read, mapped))
        {
            foreach (var time in read.Current.SelectMany(r => new[] { r.At("updatedAt").Time(), r.At("deletedAt").Time() }))
                if (time is { } at && !(at <= latest)) latest = at;
            yield return new([.. read.Current.Select(r => Record(mapped, r))], latest is { } end ? TwentyFilter.Iso(end) : null);
        }
    }

    /// <summary>The value at a path, e.g. <c>ownerId</c> or <c>createdBy.workspaceMemberId</c>.</summary>
    /// <returns>Whether there is such a field.</returns>
    public static bool TryValue(JsonObject row, string path, out JsonNode? value)
    {
        var parts = path.Split('.');
        if (!row.TryGetPropertyValue(parts[0], out value)) return false;
        if (parts.Length == 1 || value is null) return true;
        return value is JsonObject whole && whole.TryGetPropertyValue(parts[1], out value);
    }

    private string Changed(MappedObject mapped, DateTime since) => TwentyFilter.Any(
        TwentyFilter.Since("updatedAt", since), TwentyFilter.Since("deletedAt", since),
        mapped.Due is { } due ? TwentyFilter.All(TwentyFilter.Since(due, since), TwentyFilter.Until(due, clock.GetUtcNow().UtcDateTime)) : null);

    private bool Next(IEnumerator<IReadOnlyList<JsonObject>> read, MappedObject mapped)
    {
        try
        {
            return read.MoveNext();
        }
        catch (RemoteException none) when (none.Fault == RemoteFault.UnknownObject)
        {
            throw Unmapped($"there is no object {mapped.Name}. Objects are named by the plural of their API name, e.g. opportunities (in Twenty: Settings → Data Model).", none);
        }
        catch (RemoteException none) when (none.Fault == RemoteFault.UnknownField)
        {
            throw Unmapped($"of {string.Join(", ", mapped.Fields)} not all are fields of {mapped.Name}. Fields are named by their API name (in Twenty: Settings → Data Model).", none);
        }
    }

    private RemoteRecord Record(MappedObject mapped, JsonObject row)
    {
        var fields = new JsonObject();
        foreach (var path in mapped.Fields)
            fields[path] = TryValue(row, path, out var value)
                ? value?.DeepClone()
                : throw Unmapped($"{mapped.Name} has no field {path}. Fields are named by their API name (in Twenty: Settings → Data Model).", null);
        var id = row.At("id").Text() ?? "";
        return new(id, id, fields, row.At("updatedAt").Time(), row.At("deletedAt").Text() is { Length: > 0 });
    }

    private RemoteException Unmapped(string what, RemoteException? cause) => new(RemoteFault.Unmapped, $"At {host} {what}", cause);

    private static string Wanted(MappedObject mapped) =>
        string.Join(',', mapped.Fields.Select(f => f.Split('.')[0]).Concat(["id", "updatedAt", "deletedAt"]).Distinct());
}
