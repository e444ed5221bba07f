using Progress.Doubles;

namespace Progress.Tests;

/// <summary>A Twenty workspace and an academy on this computer, and a workplace that has the key.</summary>
internal sealed class Crm : IDisposable
{
    public const string KeyVariable = "TWENTY_API_KEY";

    private readonly DoubleServer twentyServer, academyServer;

    public Crm(bool withSchema = true)
    {
        Key = Twenty.Key();
        Place = Workplace.WithReps();
        Place.Variables[KeyVariable] = Key;
        Twenty.AddMember(Guid.Parse(Workplace.Ana), "Ana", "Silva", "America/New_York");
        Twenty.AddMember(Guid.Parse(Workplace.Ben), "Ben", "Ito", "Asia/Kolkata");
        (twentyServer, academyServer) = (new DoubleServer(Twenty), new DoubleServer(new RedHawkDouble()));
        if (!withSchema) return;
        Connect();
        Place.Do("crm-schema", "init", "twenty");
    }

    public TwentyDouble Twenty { get; } = new();

    public string Key { get; }

    public Workplace Place { get; }

    public string Uri => twentyServer.Address.AbsoluteUri.TrimEnd('/');

    public string AcademyUri => academyServer.Address.AbsoluteUri.TrimEnd('/');

    /// <summary>What connects with Twenty, with no limit worth waiting for.</summary>
    public string[] Connecting =>
        ["connect", "--name", "twenty", "--provider", "twenty", "--uri", Uri, "--api-key-variable", KeyVariable, "--per-minute", "6000"];

    /// <summary>XP that the workspace has of a rep; null without a record.</summary>
    public double? Xp(string member) => Twenty.Records("repProgressions")
        .FirstOrDefault(r => r["workspaceMemberId"]!.GetValue<string>() == member)?["totalXp"]!.GetValue<double>();

    /// <summary>XP that the workplace shows.</summary>
    public double Shown(string member) => Place.Do("reps", "--rep", member, "--json").Json[0]!["totalXp"]!.GetValue<double>();

    public CliRun Connect() => Place.Run(Connecting);

    public void Dispose()
    {
        twentyServer.Dispose();
        academyServer.Dispose();
        Place.Dispose();
    }
}
