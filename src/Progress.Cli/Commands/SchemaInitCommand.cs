using Progress.Sync;

namespace Progress.Cli;

/// <summary><c>crm-schema init</c>; Initialize-CrmSchema.</summary>
internal sealed class SchemaInitCommand : ProgressCommand
{
    public SchemaInitCommand(Terminal terminal)
        : base(
            terminal, "init", "Create in a CRM what sync keeps there, where it is missing.",
            SyncOptions.Connections.Word, SyncOptions.Connections.Option, SharedOptions.WhatIf) =>
        SyncOptions.Connections.Check(this);

    protected override int Run(Session session)
    {
        var whatIf = session.Get(SharedOptions.WhatIf);
        var tests = CrmConnections.List(session.Location, SyncOptions.Connections.Of(session)).SelectMany(Do).ToList();
        // What would be created is no failure.
        return session.Result(tests, page => SchemaView.Show(page, tests), whatIf ? ExitCode.Done : tests.Select(t => t.ExitCode).DefaultIfEmpty().Max());

        IReadOnlyList<CrmSchemaTest> Do(CrmConnection connection) => whatIf
            ? CrmSchema.Test(session.Store, connection.Name, session.Remote(), session.Cancel)
            : CrmSchema.Initialize(session.Store, connection.Name, session.Remote(), session.Cancel);
    }
}
