using System.CommandLine;
using Progress.Settings;
using Progress.Sync;

namespace Progress.Cli;

/// <summary><c>connect</c>; Connect-Crm.</summary>
internal sealed class ConnectCommand : ProgressCommand
{
    private static readonly ConnectionChoice Choice = new("--name", "The connection's name; of one that exists, what is left out stays as it was.", needed: true);
    private static readonly Option<CrmProvider?> Provider = new("--provider")
    {
        Description = "Which system; needed the first time.", HelpName = "twenty|redhawk|airtable", CustomParser = result => OptionRules.OneOf<CrmProvider>(result),
    };

    private static readonly Option<string?> Uri = new("--uri")
    {
        Description = "The service's root, https://…; needed the first time, but for Airtable.", HelpName = "address", Validators = { OptionRules.NotEmpty },
    };

    private static readonly Option<string?> Base = new("--base")
    {
        Description = "Of Airtable, the id of the base: app…; needed the first time.", HelpName = "base", Validators = { OptionRules.NotEmpty },
    };

    private static readonly Option<string?> ApiKeyVariable = new("--api-key-variable")
    {
        Description = "The environment variable that holds the key; RedHawk takes none.", HelpName = "variable", Validators = { OptionRules.NotEmpty },
    };

    private static readonly Option<double?> PerMinute = new("--per-minute")
    {
        Description = "Calls a minute that the service allows, where that is not what its documentation says.", HelpName = "n", CustomParser = OptionRules.Number,
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Send the key to another host than before: the service has moved." };

    public ConnectCommand(Terminal terminal)
        : base(
            terminal, "connect", "Connect the store with a CRM: check address and key, send what is pending, and fetch.",
            Choice.Word, Choice.Option, Provider, Uri, Base, ApiKeyVariable, PerMinute, Force, SharedOptions.Reason, SharedOptions.WhatIf) =>
        Choice.Check(this);

    protected override int Run(Session session)
    {
        var asked = new ConnectionDraft
        {
            Name = Choice.Of(session)!, Provider = session.Get(Provider), Uri = session.Get(Uri), Base = session.Get(Base),
            ApiKeyVariable = session.Get(ApiKeyVariable), PerMinute = session.Get(PerMinute),
        }.Complete(session.Location);
        if (session.Get(SharedOptions.WhatIf)) return Plan(session, asked);
        using var progress = session.Progress();
        var login = CrmSession.Begin(session.Store, asked, session.Remote(), session.Get(Force), progress.Report, session.Cancel);
        progress.Dispose();
        return session.Result(login, page => Show(page, login), login.ExitCode);
    }

    private static int Plan(Session session, NewCrmConnection asked)
    {
        var connection = CrmConnections.Connect(session.Store, asked, session.Remote(), session.Get(Force), dryRun: true, session.Cancel);
        var plan = CrmSync.Plan(session.Store, connection, new SyncRequest()).ToList();
        return session.Result(plan, page => SyncView.Show(page, plan));
    }

    private static void Show(Page page, CrmLogin login)
    {
        page.Line($"Connected {login.Connection.Name}: {login.Connection.Provider} at {login.Connection.Uri}{(login.Connection.Base is { } known ? $", base {known}" : "")}, key: {login.Connection.KeySource}.");
        if (login.Sync is { } sync) SyncView.Show(page, [sync with { Messages = [] }]);
        foreach (var warning in login.Warnings) page.Line(warning);
    }
}
