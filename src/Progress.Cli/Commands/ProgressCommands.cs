using System.CommandLine;

namespace Progress.Cli;

/// <summary>Every command there is.</summary>
internal static class ProgressCommands
{
    public static RootCommand Root(Terminal terminal) => new("Progress: how far each sales rep and each customer has come, and what to do next.")
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
        new ImportCatalogCommand(terminal),
        new ImportProgressCommand(terminal),
        new AddProgressCommand(terminal),
        new CustomersCommand(terminal),
        new RecommendCommand(terminal),
        new Command("report", "Write reports.") { new ReportRepsCommand(terminal), new ReportCustomersCommand(terminal) },
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
