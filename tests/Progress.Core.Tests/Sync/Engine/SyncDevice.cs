using Progress.Reps;
using Progress.Settings;
using Progress.Store;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>One machine: a store in a folder of its own.</summary>
internal sealed class SyncDevice : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("progress-sync-").FullName;
    private readonly SyncWorld world;
    private readonly Random ids;

    public SyncDevice(SyncWorld world, string name)
    {
        (this.world, Name) = (world, name);
        ids = new Random(name.GetHashCode(StringComparison.Ordinal) is var seed ? name.Sum(c => c * 31) : seed);
        Open();
    }

    public string Name { get; }

    public string Folder => folder;

    public ProgressStore Store { get; private set; } = null!;

    public string StorePath => Path.Combine(folder, "progress.db");

    /// <summary>Opens the store anew, as after the process was killed.</summary>
    public void Restart()
    {
        Store.Dispose();
        Open();
    }

    public SyncDevice Connect()
    {
        CrmConnections.Connect(
            Store, new NewCrmConnection { Name = "twenty", Provider = CrmProvider.Twenty, Uri = SyncWorld.TwentyUri, ApiKeyVariable = "TWENTY_API_KEY" }, world.Host);
        return this;
    }

    public SyncDevice ConnectAcademy()
    {
        CrmConnections.Connect(Store, new NewCrmConnection { Name = "academy", Provider = CrmProvider.RedHawk, Uri = SyncWorld.RedHawkUri }, world.Host);
        return this;
    }

    public SyncDevice Prepare()
    {
        CrmSchema.Initialize(Store, "twenty", world.Host);
        return this;
    }

    public SyncResult Sync(SyncDirection direction = SyncDirection.Both, bool full = false, bool force = false, bool pushCalls = false) =>
        CrmSync.Invoke(Store, new SyncRequest { Connection = "twenty", Direction = direction, Full = full, Force = force, PushCalls = pushCalls, Host = world.Host }).Single();

    public SyncResult SyncAcademy() => CrmSync.Invoke(Store, new SyncRequest { Connection = "academy", Host = world.Host }).Single();

    /// <summary>A sync that must do everything.</summary>
    public SyncResult Synced(SyncDirection direction = SyncDirection.Both)
    {
        var result = Sync(direction);
        Assert.True(result.Status == SyncOutcome.Done, $"{result.Status}: {string.Join(" | ", result.Messages)}");
        return result;
    }

    public RepActivity Did(string rep, string kind, int count = 1, string? at = null, string? id = null)
    {
        var added = RepActivities.Add(Store, [new NewActivity(SyncWorld.Id(rep).ToString(), kind, at is null ? null : IsoTime.Parse(at), count, null, id)]).Single();
        return added.Error is { } error ? throw error : added.Result!;
    }

    public void Achieved(string rep, AchievementKind kind, string id, double? score = null)
    {
        var added = RepAchievements.Add(Store, [new NewAchievement(SyncWorld.Id(rep).ToString(), kind, id, score)]).Single();
        if (added.Error is { } error) throw error;
    }

    public RepProgression Progression(string rep) => RepProgressions.Get(Store, [SyncWorld.Id(rep).ToString()]).Single();

    public long Xp(string rep) => RepRegister.Load(Store).Member(SyncWorld.Id(rep)) is null ? 0 : Progression(rep).TotalXp;

    /// <summary>What the shown XP is made of, for a failure's message.</summary>
    public string Parts(string rep)
    {
        var register = RepRegister.Load(Store);
        if (register.Member(SyncWorld.Id(rep)) is not { } entry) return "";
        var sums = RepLedger.Read(Store, [SyncWorld.Id(rep).ToString()]).GroupBy(f => f.Source).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Sum(f => f.Xp)}");
        return $"{string.Join(", ", sums)}; told {System.Text.Json.JsonSerializer.Serialize(ElsewhereTable.Find(Store, entry.Key))}; "
            + string.Join(" | ", CrmConflicts.List(Store).Select(c => $"{c.Kind} {c.Record} {c.Field} {c.Local}/{c.Remote} at {c.At:HH:mm:ss.fff}"));
    }

    public void AssertSound()
    {
        var test = StoreCheck.Test(Store);
        Assert.True(test.Passed, string.Join("; ", test.Checks.Where(c => !c.Passed).Select(c => $"{c.Name}: {c.Detail}")));
    }

    public void Set(string setting, string value) => SettingsStore.Set(SettingsStore.Own(folder), folder, setting, value);

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Open() => Store = ProgressStore.Open(
        new StoreLocation(StorePath), new StoreOptions { Command = "test", User = "tester", Reason = "because", Clock = world.Clock, NewId = NextId });

    private Guid NextId()
    {
        var bytes = new byte[16];
        ids.NextBytes(bytes);
        return new Guid(bytes);
    }
}
