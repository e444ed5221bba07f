using Progress.Settings;

namespace Progress.Sync;

/// <summary>Who syncs in the background, and with what.</summary>
public sealed record BackgroundOptions
{
    /// <summary>Who is at work, as audit and lease name them; the operating system's user by default.</summary>
    public string User { get; init; } = Environment.UserName;

    /// <summary>What is at work, as audit and lease name it.</summary>
    public string Command { get; init; } = "background sync";

    /// <summary>Time zone of reps that have none of their own: settings, <c>timeZone</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>How customers are judged: settings, <c>customers</c>.</summary>
    public CustomerSettings Customers { get; init; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The network, the environment and chance; its trace is not used, as it belongs to another thread.</summary>
    public SyncHost Host { get; init; } = SyncHost.Default;
}
