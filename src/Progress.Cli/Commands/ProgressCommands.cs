using System.CommandLine;

namespace Progress.Cli;

/// <summary>Every command there is.</summary>
internal static class ProgressCommands
{
    public static RootCommand Root(Terminal terminal) => new("Progress: how far each sales rep has come, and what to train next.")
    {
        SharedOptions.Store,
        SharedOptions.Json,
        SharedOptions.Debug,
        new DemoCommand(terminal),
        new ImportCallsCommand(terminal),
        new AddActivityCommand(terminal),
        new RepsCommand(terminal),
        new MetricsCommand(terminal),
        new DiagnoseCommand(terminal),
        new LeaderboardCommand(terminal),
        new Command("report", "Write reports.") { new ReportRepsCommand(terminal) },
        new Command("rules", "Look at rule sets.") { new RulesTestCommand(terminal) },
        new Command("store", "Look after the store.")
        {
            new StoreTestCommand(terminal), new StoreBackupCommand(terminal), new StoreRestoreCommand(terminal),
        },
        new ConnectCommand(terminal),
        new DisconnectCommand(terminal),
        new SyncCommand(terminal),
        new SyncStatusCommand(terminal),
        new Command("crm-schema", "What sync keeps in a CRM.") { new SchemaTestCommand(terminal), new SchemaInitCommand(terminal) },
        new DoctorCommand(terminal),
    };
}
