using Progress.Settings;

namespace Progress.Store;

/// <summary>What a store takes from outside: who is at work, the clock and where ids come from.</summary>
public sealed record StoreOptions
{
    /// <summary>The command at work, as the audit names it, e.g. <c>Import-CallNote</c>.</summary>
    public required string Command { get; init; }

    /// <summary>Who is at work, as the audit names them; the operating system's user by default.</summary>
    public string User { get; init; } = Environment.UserName;

    /// <summary>Why, as the audit keeps it.</summary>
    public string? Reason { get; init; }

    /// <summary>Refuses a store that does not exist, instead of making it.</summary>
    public bool MustExist { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where new ids come from.</summary>
    public Func<Guid> NewId { get; init; } = Guid.NewGuid;

    /// <summary>Time zone of reps that have none of their own: settings, <c>timeZone</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>How customers are judged: settings, <c>customers</c>.</summary>
    public CustomerSettings Customers { get; init; } = new();

    /// <summary>How long a write waits for another process before it says that the store is busy.</summary>
    public TimeSpan BusyLimit { get; init; } = TimeSpan.FromMinutes(5);
}
