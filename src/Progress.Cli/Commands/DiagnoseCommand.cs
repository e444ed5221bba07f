using Progress.Reps;

namespace Progress.Cli;

/// <summary><c>diagnose</c>; Get-RepDiagnosis.</summary>
internal sealed class DiagnoseCommand(Terminal terminal) : ProgressCommand(
    terminal, "diagnose", "At which stage each rep loses most, and the training that fits.",
    SharedOptions.Reps, SharedOptions.Days, SharedOptions.AsOf, SharedOptions.Explain)
{
    protected override int Run(Session session)
    {
        var findings = RepDiagnoses.Get(
            session.ReadStore, session.Get(SharedOptions.Reps), session.Get(SharedOptions.Days), session.Get(SharedOptions.AsOf),
            session.Get(SharedOptions.Explain)).ToList();
        return session.Result(findings, page => DiagnosisView.Show(page, findings));
    }
}
