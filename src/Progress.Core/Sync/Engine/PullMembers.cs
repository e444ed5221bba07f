using System.Text.Json.Nodes;
using Dapper;
using Progress.Reps;
using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Takes in names and time zones of members; a member whom the store does not know becomes a rep.</summary>
internal sealed class PullMembers : ISyncFlow
{
    private const string Entity = EntityNames.WorkspaceMember;

    private static readonly IReadOnlyList<FieldRule> Rules = [new("name", FieldPolicy.RemoteWins), new("timeZone", FieldPolicy.RemoteWins)];

    public string Name => "members";

    public bool IsPush => false;

    public void Run(SyncPass pass)
    {
        foreach (var page in pass.Provider.Changes(Entity, CursorTable.Find(pass.Store, pass.Connection, Entity), pass.Cancel))
        {
            pass.Change(change =>
            {
                var register = RepRegister.Load(change.Store);
                foreach (var member in page.Records.Where(r => !r.IsDeleted && Guid.TryParse(r.Id, out _))) Take(pass, change, register, member);
                if (page.Cursor is not null) CursorTable.Save(change, pass.Connection, Entity, page.Cursor);
                return true;
            });
        }
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        yield return new SyncPlanStep(connection, "read members: names and time zones", SyncDirection.Pull, null, 1, 0);
    }

    private static void Take(SyncPass pass, StoreChange change, RepRegister register, RemoteRecord record)
    {
        var id = Guid.Parse(record.Id);
        var told = new JsonObject { ["name"] = FullName(record), ["timeZone"] = Zone(record) };
        if (register.Member(id) is not { } rep)
        {
            var zone = told["timeZone"].Text() ?? change.Store.Options.TimeZone;
            rep = RepDirectory.Insert(change, register, new NewRep(id, told["name"].Text(), zone));
            change.Audit("rep", id.ToString(), null, register.Describe(rep));
        }
        else
        {
            Merge(pass, change, register, rep, told);
        }

        ShadowTable.Save(change, pass.Connection, Entity, record with { Key = record.Id, Fields = told });
    }

    private static void Merge(SyncPass pass, StoreChange change, RepRegister register, RepEntry rep, JsonObject told)
    {
        var shadow = ShadowTable.Read(change.Store, pass.Connection, Entity, rep.Member.ToString()).FirstOrDefault()?.Fields;
        var local = new JsonObject { ["name"] = rep.Name, ["timeZone"] = rep.Zones.Latest.Id };
        var merge = RecordMerge.Of(Rules, shadow, local, told);
        pass.Put(change, merge.Conflicts.Where(_ => shadow is not null).Select(c => new RecordConflict(rep, rep.Member.ToString(), c.Field, ConflictKind.BothChanged, c.Ours, c.Theirs)));
        var before = register.Describe(rep);
        // What only we changed stays ours: members are not written to.
        var name = merge.Result["name"].Text();
        if (name is not null && name != rep.Name) change.Connection.Execute("UPDATE rep SET name = @name WHERE id = @key", new { name, key = rep.Key });
        if (merge.Result["timeZone"].Text() is { } zone && zone != rep.Zones.Latest.Id) RepDirectory.SetZone(change, rep, zone, null);
        var after = RepRegister.Load(change.Store) is var now ? now.Describe(now[rep.Key]) : before;
        if (after == before) return;
        register.Put(RepRegister.Load(change.Store)[rep.Key]);
        change.Audit("rep", rep.Member.ToString(), before, after);
        change.Outbox(EntityNames.RepProgression, rep.Member.ToString());
    }

    private static string? FullName(RemoteRecord record)
    {
        var name = JsonTree.Unwrap(record.Fields["name"]);
        var text = name is JsonObject parts ? $"{parts["firstName"].Text()} {parts["lastName"].Text()}" : name.Text();
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>A zone that can be used; Twenty also says <c>system</c>, which is none.</summary>
    private static string? Zone(RemoteRecord record) =>
        record.Fields["timeZone"].Text() is { } zone && IanaZone.TryFind(zone, out _) ? zone : null;
}
