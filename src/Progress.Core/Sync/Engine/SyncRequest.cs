namespace Progress.Sync;

/// <summary>What to sync, and how.</summary>
public sealed record SyncRequest
{
    /// <summary>Only this connection: a name, or a pattern; all without it.</summary>
    public string? Connection { get; init; }

    /// <summary>Which way.</summary>
    public SyncDirection Direction { get; init; } = SyncDirection.Both;

    /// <summary>Reads everything again, and tries again what was refused.</summary>
    public bool Full { get; init; }

    /// <summary>Writes calls that the CRM does not have there as notes.</summary>
    public bool PushCalls { get; init; }

    /// <summary>Lets our rules hold where records were reckoned by others, and removes more than a tenth of the calls where the CRM threw them away.</summary>
    public bool Force { get; init; }

    /// <summary>How long to wait while another pass is at work.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Share of the permitted rate to use, above 0 up to 1; the settings' where null.</summary>
    public double? Pace { get; init; }

    /// <summary>The network, the environment and chance.</summary>
    public SyncHost Host { get; init; } = SyncHost.Default;

    /// <summary>Told how far it is, on the calling thread.</summary>
    public Action<ProgressReport>? Report { get; init; }
}

/// <summary>One step of what a pass would do.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Step">What, in words.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Records">How many records, where that is known here.</param>
/// <param name="Calls">How many calls at least.</param>
/// <param name="Seconds">How long at the permitted rate, in seconds.</param>
public sealed record SyncPlanStep(string Connection, string Step, SyncDirection Direction, long? Records, long Calls, double Seconds);
