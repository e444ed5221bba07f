using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>One pass of one connection under way: what its flows share, and what they count.</summary>
internal sealed class SyncPass(ProgressStore store, string connection, ISyncProvider provider, SyncRequest request, SyncSwitches switches, CancellationToken cancel)
{
    private readonly List<string> messages = [];

    public ProgressStore Store => store;

    public string Connection => connection;

    public ISyncProvider Provider => provider;

    public SyncRequest Request => request;

    public SyncSwitches Switches => switches;

    public CancellationToken Cancel => cancel;

    /// <summary>What the remote has of what we keep there.</summary>
    public RemoteSchema Schema { get; set; } = new([]);

    public int Pushed { get; set; }

    public int Created { get; set; }

    public int Pulled { get; set; }

    public int CallNotes { get; set; }

    public int Conflicts { get; private set; }

    public IReadOnlyList<string> Messages => messages;

    /// <summary>Whether something was not done.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>The first thing of which a person must know that it stays undone: its id, and what it is; null for nothing.</summary>
    public (string Id, string Message)? Problem { get; private set; }

    /// <summary>Keeps the lease while work goes on, and ends it where a user stops.</summary>
    public Action Breathe { get; set; } = () => { };

    /// <summary>Says what a person should know; the same once.</summary>
    public void Say(string message, bool isFault = false)
    {
        IsPartial |= isFault;
        if (!messages.Contains(message)) messages.Add(message);
    }

    /// <summary>Says that a part of the pass cannot be done until a person acts; the rest goes on.</summary>
    public void Fail(string id, string message)
    {
        Problem ??= (id, message);
        Say(message, isFault: true);
    }

    /// <summary>What the remote has of an entity; where it has none, that is told.</summary>
    /// <param name="name">The entity.</param>
    /// <param name="loss">What does not happen then.</param>
    public RemoteEntity? Existing(string name, string loss)
    {
        if (Schema.Entities.FirstOrDefault(e => e.Name == name) is { Exists: true } entity) return entity;
        Fail(nameof(RemoteFault.UnknownObject), $"The remote has no {name}, so {loss}. Initialize-CrmSchema -Connection {connection} creates it.");
        return null;
    }

    public void Report(string activity, long done, long? total = null) => request.Report?.Invoke(new ProgressReport($"{connection}: {activity}", done, total, "records"));

    /// <summary>One change of the store, with the conflicts that came up in it.</summary>
    public T Change<T>(Func<StoreChange, T> work)
    {
        Breathe();
        cancel.ThrowIfCancellationRequested();
        return store.Change(work, cancel: cancel);
    }

    /// <summary>Puts down what a merge could not settle.</summary>
    public void Put(StoreChange change, FoundConflict found)
    {
        if (CrmConflicts.Report(change, found)) Conflicts++;
    }

    public void Put(StoreChange change, IEnumerable<RecordConflict> conflicts)
    {
        foreach (var c in conflicts)
            Put(change, new FoundConflict(
                connection, EntityNames.RepProgression, c.Rep.Member.ToString(), c.Record, c.Field, c.Kind, c.Ours?.ToJsonString(), c.Theirs?.ToJsonString(), null));
    }
}

/// <summary>What settings switch in the flows.</summary>
/// <param name="AcademyPays">Whether the academy writes its XP to the CRM itself, so that its facts pay nothing of ours: <c>redhawk.paysXp</c>.</param>
/// <param name="TrustScores">Whether the academy's scores decide: <c>redhawk.trustScores</c>.</param>
/// <param name="Twenty">What is mapped in Twenty: <c>twenty.*</c>.</param>
/// <param name="CreatesCustomers">Whether a customer without a row in Customer Assets gets one: <c>airtable.createCustomers</c>.</param>
internal sealed record SyncSwitches(bool AcademyPays, bool TrustScores, TwentySettings Twenty, bool CreatesCustomers);

/// <summary>One thing that a pass carries, e.g. call notes here.</summary>
internal interface ISyncFlow
{
    /// <summary>What it carries, for messages.</summary>
    string Name { get; }

    /// <summary>Whether it carries ours there.</summary>
    bool IsPush { get; }

    void Run(SyncPass pass);

    /// <summary>What it would do: without asking the remote.</summary>
    IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request);
}
