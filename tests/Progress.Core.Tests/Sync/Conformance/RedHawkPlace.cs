using Progress.Doubles;
using Progress.Sync;
using Progress.Sync.RedHawk;

namespace Progress.Tests;

/// <summary>An academy with two reps.</summary>
/// <param name="path">What the connection's address names beyond the root.</param>
/// <param name="overHttp">Whether real sockets lie between.</param>
internal sealed class RedHawkPlace(string path, bool overHttp = false) : RemotePlace(clock => new RedHawkDouble(clock), overHttp)
{
    public RedHawkDouble Academy => (RedHawkDouble)Double;

    public override FaultPlan Faults => Academy.Faults;

    public override Journal Journal => Academy.Journal;

    public override (string Entity, IReadOnlyList<string> Keys) Readable => (EntityNames.Training, ["1", "2"]);

    protected override ISyncProvider Open() => new RedHawkProvider(new Uri(Root, path), Gate, Clock, Host);
}
