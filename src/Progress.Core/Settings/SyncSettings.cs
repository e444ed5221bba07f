namespace Progress.Settings;

/// <summary>How connections are synced.</summary>
public sealed record SyncSettings
{
    /// <summary>Stops all traffic; changes wait in the outbox. Default false.</summary>
    public bool Paused { get; init; }

    /// <summary>The part of each limit that is used, greater than 0 and up to 1; default 0.8, which leaves room for others.</summary>
    public double Pace { get; init; } = 0.8;

    /// <summary>Whether <c>http://</c> is taken beyond this computer, where everybody on the way reads the key; default false.</summary>
    public bool AllowHttp { get; init; }
}

/// <summary>How RedHawk is read.</summary>
public sealed record RedHawkSettings
{
    /// <summary>Whether the academy writes its XP to Twenty itself, so that its facts pay nothing here; default true.</summary>
    public bool PaysXp { get; init; } = true;

    /// <summary>Whether its scores count for pass marks and bonuses; default false, for they are random today.</summary>
    public bool TrustScores { get; init; }
}
