using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>Who owns the person that a note without an author is linked to: note → noteTargets → people.</summary>
/// <param name="pages">Reads lists.</param>
/// <param name="host">The service, for messages.</param>
/// <param name="owner">The field of a person that holds the owner.</param>
internal sealed class TwentyOwners(TwentyPages pages, string host, string owner)
{
    private const int Batch = 60;

    // releases in which a target may be of any kind name the column otherwise
    private static readonly string[] PersonColumns = ["personId", "targetPersonId"];

    /// <summary>Members by the ids of notes that name none themselves; of several persons the first who has an owner counts.</summary>
    public IReadOnlyDictionary<string, string> Of(IEnumerable<JsonObject> notes, CancellationToken cancel)
    {
        var nobodys = notes.Where(n => string.IsNullOrEmpty(n.At("createdBy").At("workspaceMemberId").Text())).Select(n => n.At("id").Text()!);
        var linked = Rows(new TwentyList("noteTargets", null, "id"), "noteId", nobodys, cancel)
            .Select(t => (Note: t.At("noteId").Text(), Person: Person(t)))
            .Where(t => t is { Note: not null, Person: not null })
            .ToList();
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var person in Rows(new TwentyList("people", null, "id") { Fields = $"id,{owner}" }, "id", linked.Select(t => t.Person!), cancel))
            if (Owner(person) is { } member) owners[person.At("id").Text()!] = member;
        return linked.Where(t => owners.ContainsKey(t.Person!)).DistinctBy(t => t.Note).ToDictionary(t => t.Note!, t => owners[t.Person!]);
    }

    private IEnumerable<JsonObject> Rows(TwentyList list, string key, IEnumerable<string> ids, CancellationToken cancel) =>
        ids.Where(id => Guid.TryParseExact(id, "D", out _)).Distinct().Chunk(Batch)
            .SelectMany(some => pages.Read(list with { Filter = TwentyFilter.In(key, some), Whole = true }, cancel).SelectMany(page => page));

    private string? Person(JsonObject target) => PersonColumns.FirstOrDefault(target.ContainsKey) is { } column
        ? target.At(column).Text()
        : throw Unmapped($"links of notes name persons neither as {string.Join(" nor as ", PersonColumns)}");

    private string? Owner(JsonObject person) => !person.TryGetPropertyValue(owner, out var member)
        ? throw Unmapped($"people have no field {owner}, the owner of a person")
        : Guid.TryParseExact(member.Text(), "D", out var id) ? id.ToString() : null;

    private RemoteException Unmapped(string what) => new(
        RemoteFault.Unmapped, $"At {host} {what}. Set-ProgressSetting twenty.personOwnerField names the field by its API name, or null for none.");
}
