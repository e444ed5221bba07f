using System.Text.Json.Nodes;
using Dapper;
using Progress.Store;
using Progress.Sync.Airtable;

namespace Progress.Sync;

/// <summary>Takes in progress records that changed there.</summary>
internal sealed class PullTaskProgress : ISyncFlow
{
    private const string Entity = EntityNames.TaskProgress;
    private const string Unowned = EntityNames.TaskProgressUnowned;

    public string Name => "task progress";

    public bool IsPush => false;

    public void Run(SyncPass pass)
    {
        if (pass.Existing(Entity, "task progress is not read") is not { } entity) return;
        Take(pass, entity, Waiting(pass));
        foreach (var page in pass.Provider.Changes(Entity, CursorTable.Find(pass.Store, pass.Connection, Entity), pass.Cancel))
        {
            Take(pass, entity, page.Records, page.Cursor);
            pass.Report("task progress", pass.Pulled);
        }

        var left = Waiting(pass);
        if (left.Count > 0) pass.Say($"{left.Count} progress records there belong to no customer that is known here, e.g. {left[0].Id}. They are taken in once their Customer ID links to a row of Customer Assets that has an id.", isFault: true);
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        var since = request.Full ? null : CursorTable.Find(store, connection, Entity);
        yield return new SyncPlanStep(connection, since is null ? "read all task progress" : $"read task progress changed since {since}", SyncDirection.Pull, null, 1, 0);
    }

    private static void Take(SyncPass pass, RemoteEntity entity, IReadOnlyList<RemoteRecord> records, string? cursor = null) => pass.Change(change =>
    {
        using var exchange = new ProgressExchange(pass, change, entity);
        foreach (var record in records)
        {
            var waiting = new RemoteRecord(record.Id, record.Id, record.Fields);
            if (exchange.Take(record) is not { } lack)
            {
                ShadowTable.Save(change, pass.Connection, Unowned, waiting);
                continue;
            }

            pass.Pulled++;
            ShadowTable.Remove(change, pass.Connection, Unowned, waiting);
            if (lack.ToSend.Count > 0) OutboxTable.Wait(change, Entity, lack.Row.Key);
        }

        if (cursor is not null) CursorTable.Save(change, pass.Connection, Entity, cursor);
        return true;
    });

    /// <summary>Records that came when nobody knew their customer.</summary>
    private static List<RemoteRecord> Waiting(SyncPass pass) => pass.Store.Read(c => c
        .Query<(string Id, string Json)>("SELECT id, json FROM crm_record WHERE connection = @Connection AND entity = @Unowned ORDER BY id", new { pass.Connection, Unowned })
        .Select(r => (r.Id, Fields: (JsonObject)JsonNode.Parse(r.Json)!))
        .Select(r => new RemoteRecord(r.Id, r.Fields[CustomerTables.SyncKey].Text() ?? "", r.Fields))
        .ToList());
}
