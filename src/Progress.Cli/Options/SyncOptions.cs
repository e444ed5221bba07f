using System.CommandLine;
using Progress.Sync;

namespace Progress.Cli;

/// <summary>What to sync, and how.</summary>
internal static class SyncOptions
{
    public static ConnectionChoice Connections { get; } = new("--connection", "Only this connection: a name, or one with * and ?; all without it.", needed: false);

    public static Option<SyncDirection> Direction { get; } = new("--direction")
    {
        Description = "Which way: both (default), push or pull.", HelpName = "both|push|pull", CustomParser = OptionRules.OneOf<SyncDirection>,
    };

    public static Option<bool> Full { get; } = new("--full") { Description = "Read everything again, and try again what was refused." };

    public static Option<bool> PushCalls { get; } = new("--push-calls") { Description = "Write calls there as notes that the CRM does not have." };

    public static Option<bool> Force { get; } = new("--force")
    {
        Description = "Let our rules hold where records were reckoned by others, and take calls off even if more than a tenth is gone there.",
    };

    public static Option<TimeSpan?> Wait { get; } = new("--wait")
    {
        Description = "How long to wait while another process syncs; 10 by default.", HelpName = "seconds", CustomParser = OptionRules.Seconds,
    };

    public static Option<double?> Pace { get; } = new("--pace")
    {
        Description = "Share of the permitted rate to use, above 0 up to 1.", HelpName = "share", CustomParser = OptionRules.Number,
    };

    public static SyncRequest Request(Session session) => new()
    {
        Connection = Connections.Of(session), Direction = session.Get(Direction), Full = session.Get(Full), PushCalls = session.Get(PushCalls),
        Force = session.Get(Force), Wait = session.Get(Wait) ?? new SyncRequest().Wait, Pace = session.Get(Pace), Host = session.Remote(),
    };
}
