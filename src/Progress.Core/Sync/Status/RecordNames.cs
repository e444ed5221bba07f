using Dapper;
using Progress.Customers;
using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Finds what a remote's record is about in words: a rep, a customer, a task.</summary>
internal sealed class RecordNames(ProgressStore store)
{
    private readonly Lazy<Dictionary<string, string>> reps = new(() => RepRegister.Load(store).All
        .SelectMany(r => new[] { r.Member.ToString(), r.RedHawk }.OfType<string>().Select(id => (id, r.DisplayName)))
        .DistinctBy(r => r.id, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(r => r.id, r => r.DisplayName, StringComparer.OrdinalIgnoreCase));

    private readonly Lazy<CustomerRegister> customers = new(() => CustomerRegister.Load(store));

    /// <summary>The name of a record by our key of it; null where it is about nothing that has one.</summary>
    public string? Of(string entity, string key) => entity switch
    {
        EntityNames.CustomerAsset => customers.Value.Find(key)?.DisplayName,
        EntityNames.TaskProgress when Guid.TryParse(key, out var syncKey) =>
            store.Connection.QuerySingleOrDefault<string?>("SELECT name FROM task_progress WHERE sync_key = @key", new { key = syncKey.ToBlob() }),
        _ => reps.Value.GetValueOrDefault(key),
    };
}
