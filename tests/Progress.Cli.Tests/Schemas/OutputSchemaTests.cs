using System.Text.Json.Nodes;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests;

/// <summary>What commands really print fits the published schemas, with nothing beside what they name.</summary>
public sealed class OutputSchemaTests(SeedPlace seed) : IClassFixture<SeedPlace>
{
    private readonly Workplace place = seed.Place;

    public static TheoryData<string, string> Commands => new()
    {
        { "demo", "demo --out demo" },
        { "import-calls", "import-calls odd.csv" },
        { "add-activity", "add-activity --rep 22222222-2222-4222-8222-222222222222 --kind cadence_started --lead lead-1" },
        { "add-activity-from", "add-activity --from many.csv" },
        { "reps", "reps --as-of 2026-09-30 --since 2026-09-01 --explain" },
        { "reps", "reps --rep Nobo*" },
        { "metrics", "metrics --as-of 2026-09-30 --explain" },
        { "diagnose", "diagnose --as-of 2026-09-30 --explain" },
        { "leaderboard", "leaderboard --by ShowRate --as-of 2026-09-30" },
        { "report", "report reps --out team.md" },
        { "rules-test", "rules test rules.json" },
        { "store-test", "store test" },
        { "store-copy", "store backup copy.db --force" },
        { "store-copy", "store restore backup.db --what-if" },
        { "doctor", "doctor" },
    };

    public static TheoryData<string, string> OfCustomers => new()
    {
        { "import-catalog", "import-catalog catalog.csv" },
        { "import-progress", "import-progress odd.csv --skip-invalid" },
        { "add-progress", "add-progress --customer CUST_02 --task t-4" },
        { "add-progress", "add-progress --customer CUST_02 --name Visit --status not_started --what-if" },
        { "add-progress-from", "add-progress --from odd.csv" },
        { "customers", "customers --as-of 2026-10-27 --explain" },
        { "customers", "customers --customer Nobo*" },
        { "recommend", "recommend --as-of 2026-10-27 --explain" },
        { "report", "report customers --out customers.md" },
    };

    public static TheoryData<string> Failures => ["reps --rep Nobody", "reps --nonsense", "import-calls none.csv"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void What_a_command_prints_fits_its_schema(string schema, string command)
    {
        place.Notes("odd.csv", $",Call - PITCHED | 0:10 | Uma,2026-09-30,{Workplace.Ana}", $",Call - PITCHED | soon | Uma,2026-09-30,{Workplace.Ana}");
        place.Write("many.csv", "rep,kind,id\nAna Silva,deal_closed,d-1\nNobody,deal_closed,d-2\n");
        place.Write("rules.json", RuleSetFile.DefaultJson.Replace("\"dial_made\": 2", "\"dial_made\": 3"));
        using (var store = place.Open()) StoreBackup.Backup(store, place["backup.db"], overwrite: true);

        var run = place.Run([.. command.Split(' '), "--json"]);

        Assert.Empty(run.Error);
        Assert.EndsWith("\n", run.Out);
        Assert.Empty(Strict(schema).Problems(run.Json));
    }

    [Theory]
    [MemberData(nameof(OfCustomers))]
    public void What_a_command_of_customers_prints_fits_its_schema(string schema, string command)
    {
        using var customers = new CustomerPlace();
        customers.Place.Write("odd.csv", "CustomerId,TaskId,CompetencyImpact\nCUST_02,t-4,11\nCUST_02,t-2,3\n");

        var run = customers.Place.Run([.. command.Split(' '), "--json"]);

        Assert.Empty(run.Error);
        Assert.Empty(Strict(schema).Problems(run.Json));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void What_a_failing_command_prints_fits_the_schema_of_errors(string command)
    {
        var run = place.Run([.. command.Split(' '), "--json"]);

        Assert.Empty(run.Out);
        Assert.Empty(Strict("error").Problems(run.ErrorJson));
    }

    [Fact]
    public void What_sync_commands_print_fits_their_schemas()
    {
        using var crm = new Crm(withSchema: false);
        crm.Twenty.AddNote(Guid.NewGuid(), "Call - BUSY | 0:10 | Uma", DateTimeOffset.Parse("2026-09-30T10:00Z"), Guid.Parse(Workplace.Ana));
        Fits("sync-plan", [.. crm.Connecting, "--what-if"]);
        Fits("connect", crm.Connecting);
        Fits("crm-schema", "crm-schema", "test");
        Fits("crm-schema", "crm-schema", "init");
        Fits("sync-plan", "sync", "--full", "--what-if");
        Fits("sync", "sync");
        Fits("sync-status", "sync-status");
        Fits("disconnect", "disconnect", "twenty");

        void Fits(string schema, params IEnumerable<string> command)
        {
            var run = crm.Place.Run([.. command, "--json"]);
            Assert.Empty(run.Error);
            Assert.Empty(Strict(schema).Problems(run.Json));
        }
    }

    [Fact]
    public void A_schema_refuses_what_is_not_printed()
    {
        var reps = place.Do("reps", "--as-of", "2026-09-30", "--json").Json;
        reps[0]!["totalXp"] = "many";
        reps[0]!.AsObject().Remove("level");
        reps[1]!["colour"] = "red";

        Assert.Equal(["$[0].totalXp: type", "$[0]: required", "$[1].colour: additionalProperties"], Strict("reps").Problems(reps).Order(StringComparer.Ordinal));
    }

    /// <summary>The published schema allows more properties, so that a later one breaks nobody; what we print today has none.</summary>
    private static SchemaCheck Strict(string name)
    {
        var schema = SchemaCheck.Load($"{name}.v1.schema.json").Schema;
        foreach (var part in Parts(schema).ToList())
            if (part["properties"] is not null) part["additionalProperties"] = false;
        return new SchemaCheck(schema);
    }

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(member => Parts(member.Value)).Prepend(part),
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };
}
