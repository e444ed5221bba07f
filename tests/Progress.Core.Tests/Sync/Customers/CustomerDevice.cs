using Progress.Customers;
using Progress.Settings;
using Progress.Store;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>One machine that keeps customers: a store in a folder of its own.</summary>
internal sealed class CustomerDevice : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("progress-customers-").FullName;
    private readonly CustomerWorld world;
    private readonly Random ids;

    public CustomerDevice(CustomerWorld world, string name)
    {
        (this.world, ids) = (world, new Random(name.Sum(c => c * 31)));
        Open();
    }

    public ProgressStore Store { get; private set; } = null!;

    public string Folder => folder;

    public CustomerDevice Connect()
    {
        CrmConnections.Connect(
            Store,
            new NewCrmConnection { Name = "airtable", Provider = CrmProvider.Airtable, Uri = CustomerWorld.Uri, Base = world.Base.Id, ApiKeyVariable = "AIRTABLE_API_KEY" },
            world.Host);
        CrmSchema.Initialize(Store, "airtable", world.Host);
        return this;
    }

    /// <summary>Opens the store anew, as after the process was killed.</summary>
    public void Restart()
    {
        Store.Dispose();
        Open();
    }

    public SyncResult Sync(SyncDirection direction = SyncDirection.Both, bool full = false, bool force = false, double? pace = null) =>
        CrmSync.Invoke(Store, new SyncRequest { Connection = "airtable", Direction = direction, Full = full, Force = force, Pace = pace, Host = world.Host }).Single();

    /// <summary>A sync that must do everything.</summary>
    public SyncResult Synced(SyncDirection direction = SyncDirection.Both, bool full = false)
    {
        var result = Sync(direction, full);
        Assert.True(result.Status == SyncOutcome.Done, $"{result.Status}: {string.Join(" | ", result.Messages)}");
        return result;
    }

    public TaskProgress Did(string customer, string task, string status = "completed", int? impact = 5, string? notes = null)
    {
        var added = TaskProgresses.Add(
            Store, [new NewTaskProgress { CustomerId = customer, TaskName = task, Status = status, CompetencyArea = "general", CompetencyImpact = impact, CompletionNotes = notes }],
            createCustomers: true).Single();
        return added.Error is { } error ? throw error : added.Result!;
    }

    public void Change(string task, TaskProgressUpdate update) => TaskProgresses.Set(Store, Task(task).ProgressId, update);

    public TaskProgress Task(string name) => Tasks.Single(t => t.TaskName == name);

    public IReadOnlyList<TaskProgress> Tasks => [.. TaskProgresses.List(Store, new TaskProgressQuery())];

    public CrmSyncStatus Status => CrmSyncStatuses.Get(Store, world.Host).Single();

    public IReadOnlyList<CrmConflict> Conflicts => CrmConflicts.List(Store);

    public void Set(string setting, string value) => SettingsStore.Set(SettingsStore.Own(folder), folder, setting, value);

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Open() => Store = ProgressStore.Open(
        new StoreLocation(Path.Combine(folder, "progress.db")),
        new StoreOptions { Command = "test", User = "tester", Reason = "because", Clock = world.Clock, NewId = NextId });

    private Guid NextId()
    {
        var bytes = new byte[16];
        ids.NextBytes(bytes);
        return new Guid(bytes);
    }
}
