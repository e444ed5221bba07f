using Progress.Sync;

namespace Progress.Cli;

/// <summary><c>crm-schema test</c>; Test-CrmSchema.</summary>
internal sealed class SchemaTestCommand : ProgressCommand
{
    public SchemaTestCommand(Terminal terminal)
        : base(terminal, "test", "Check whether a CRM has what sync keeps there.", SyncOptions.Connections.Word, SyncOptions.Connections.Option) =>
        SyncOptions.Connections.Check(this);

    protected override int Run(Session session)
    {
        var tests = CrmConnections.List(session.Location, SyncOptions.Connections.Of(session))
            .SelectMany(c => CrmSchema.Test(session.ReadStore, c.Name, session.Remote(), session.Cancel)).ToList();
        return session.Result(tests, page => SchemaView.Show(page, tests), tests.Select(t => t.ExitCode).DefaultIfEmpty().Max());
    }
}
