using Progress.Setup;

namespace Progress.Cli;

/// <summary><c>doctor</c>; Test-ProgressSetup.</summary>
internal sealed class DoctorCommand(Terminal terminal) : ProgressCommand(
    terminal, "doctor", "Look at settings, store, rules and reps, and say what to do next.")
{
    private static readonly Table<SetupFinding> Findings = new(
        new("Topic", f => f.Topic), new("Status", f => f.Status), new("Detail", f => f.Detail), new("Next step", f => f.NextStep is null ? "" : Wording.Of(f.NextStep)));

    protected override int Run(Session session)
    {
        // Settings that cannot be read are a finding, so they are not asked for the time zone.
        var test = SetupCheck.Run(session.Location, Environment.CurrentDirectory, session.Options());
        return session.Result(test, page => page.Table(test.Findings, Findings), test.ExitCode);
    }
}
