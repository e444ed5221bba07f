using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Progress.Cli;
using Progress.Customers;
using Progress.Demo;
using Progress.Reps;
using Progress.Setup;
using Progress.Store;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>
/// The published schemas are those of the types that commands print: a change of a type that is not published fails here.
/// <c>UPDATE_GOLDEN=1</c> publishes it; what takes something away or changes its meaning needs a new version.
/// </summary>
public sealed class GoldenSchemaTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static readonly Dictionary<string, (string Title, Type Type)> Shapes = new()
    {
        ["demo"] = ("progressctl demo --json", typeof(DemoResult)),
        ["import-calls"] = ("progressctl import-calls --json", typeof(ImportSummary)),
        ["add-activity"] = ("progressctl add-activity --json", typeof(RepActivity)),
        ["add-activity-from"] = ("progressctl add-activity --from --json", typeof(ActivityBatch)),
        ["import-catalog"] = ("progressctl import-catalog --json", typeof(TaskImportSummary)),
        ["import-progress"] = ("progressctl import-progress --json", typeof(TaskImportSummary)),
        ["add-progress"] = ("progressctl add-progress --json", typeof(TaskProgress)),
        ["add-progress-from"] = ("progressctl add-progress --from --json", typeof(ProgressBatch)),
        ["customers"] = ("progressctl customers --json", typeof(IReadOnlyList<CustomerProgress>)),
        ["recommend"] = ("progressctl recommend --json", typeof(IReadOnlyList<TaskRecommendation>)),
        ["reps"] = ("progressctl reps --json", typeof(IReadOnlyList<RepProgression>)),
        ["metrics"] = ("progressctl metrics --json", typeof(IReadOnlyList<RepMetric>)),
        ["diagnose"] = ("progressctl diagnose --json", typeof(IReadOnlyList<RepDiagnosis>)),
        ["leaderboard"] = ("progressctl leaderboard --json", typeof(IReadOnlyList<RepStanding>)),
        ["report"] = ("progressctl report … --json", typeof(WrittenReport)),
        ["rules-test"] = ("progressctl rules test --json", typeof(RuleTest)),
        ["store-test"] = ("progressctl store test --json", typeof(StoreTest)),
        ["store-copy"] = ("progressctl store backup --json, progressctl store restore --json", typeof(StoreCopy)),
        ["connect"] = ("progressctl connect --json", typeof(CrmLogin)),
        ["disconnect"] = ("progressctl disconnect --json", typeof(CrmSyncStatus)),
        ["sync"] = ("progressctl sync --json", typeof(IReadOnlyList<SyncResult>)),
        ["sync-pass"] = ("A line of progressctl sync --watch --json", typeof(SyncResult)),
        ["sync-plan"] = ("progressctl sync --what-if --json, progressctl connect --what-if --json, progressctl disconnect --what-if --json", typeof(IReadOnlyList<SyncPlanStep>)),
        ["sync-status"] = ("progressctl sync-status --json", typeof(IReadOnlyList<CrmSyncStatus>)),
        ["crm-schema"] = ("progressctl crm-schema test --json, progressctl crm-schema init --json", typeof(IReadOnlyList<CrmSchemaTest>)),
        ["doctor"] = ("progressctl doctor --json", typeof(SetupTest)),
        ["error"] = ("Standard error of progressctl … --json, when it fails", typeof(ErrorReport)),
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_published_schema_is_that_of_what_is_printed(string name)
    {
        var (title, type) = Shapes[name];
        var schema = OutputSchema.Of(title, type).ToJsonString(Readable) + "\n";
        var path = Path.Combine(Folder(), $"{name}.v1.schema.json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, schema);

        Assert.Equal(File.ReadAllText(path), schema);
    }

    [Fact]
    public void Every_published_schema_of_output_is_one_of_these() =>
        Assert.Equal(
            Shapes.Keys.Select(name => $"{name}.v1.schema.json").Order(),
            Directory.GetFiles(Folder(), "*.v?.schema.json").Select(Path.GetFileName).Order());

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/schemas"));
}
