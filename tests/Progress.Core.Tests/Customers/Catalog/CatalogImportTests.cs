using Progress.Customers;
using Progress.Import;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Customers.Catalog;

public sealed class CatalogImportTests : IDisposable
{
    private const string Header = "TaskId,TaskName,TaskSource,StageMilestone,CompetencyArea,PriorityLevel,PlatformTool,CompetencyImpact,DependsOn\n";

    private readonly CustomerPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void The_sample_is_imported_as_it_is_in_the_file()
    {
        var summary = Import(CustomerPlace.Sample("task-catalog.csv"));
        Assert.Equal((60, 60, 0, 0, 0), (summary.Read, summary.Imported, summary.Changed, summary.Duplicate, summary.Invalid));
        Assert.Empty(summary.UnmappedMilestones);
        var lines = File.ReadAllLines(CustomerPlace.Sample("task-catalog.csv"))[1..];
        Assert.Equal(
            lines.Order(StringComparer.Ordinal),
            TaskCatalog.List(place.Store).Select(t =>
                $"{t.TaskId},{t.TaskName},{t.TaskSource},{t.StageMilestone},{t.CompetencyArea},{t.PriorityLevel},{t.PlatformTool},{t.CompetencyImpact},{string.Join(';', t.DependsOn)}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Initial_PMF 20", "Key_Hires 20", "Scalability_Revenue 20"], TaskCatalog.List(place.Store).GroupBy(t => t.Milestone).Select(g => $"{g.Key} {g.Count()}"));
    }

    [Fact]
    public void The_second_import_changes_nothing()
    {
        place.Customer("CUST_01");
        Import(CustomerPlace.Sample("task-catalog.csv"));
        var before = StoreText.Of(place.Store);
        var summary = Import(CustomerPlace.Sample("task-catalog.csv"));
        Assert.Equal((60, 60), (summary.Read, summary.Duplicate));
        Assert.Equal(before, StoreText.Of(place.Store));
    }

    [Fact]
    public void An_import_leaves_one_audit_row_and_every_customer_waits()
    {
        place.Customer("CUST_01").Customer("CUST_02");
        Sql.Execute(place.Store, "DELETE FROM outbox; DELETE FROM audit");
        Import(CustomerPlace.Sample("task-catalog.csv"));
        Assert.Equal(["customerAsset|CUST_01", "customerAsset|CUST_02"], Sql.Texts(place.Store, "SELECT entity, key FROM outbox ORDER BY key"));
        Assert.Equal([$"catalogTask|{CustomerPlace.Sample("task-catalog.csv")}"], Sql.Texts(place.Store, "SELECT entity, key FROM audit"));
        Assert.Contains("\"imported\":60", Sql.Texts(place.Store, "SELECT new FROM audit").Single());
    }

    [Fact]
    public void A_later_import_changes_what_it_names_and_keeps_the_rest()
    {
        Csv("a,One,custom,,general,low,,1,", "b,Two,custom,,general,low,none,2,a");
        var summary = Csv("B,Deux,custom,Key Hires,general,high,icp-analysis,3,");
        Assert.Equal((1, 1), (summary.Read, summary.Changed));
        Assert.Equal(["a One low none 1 ", "b Deux high icp-analysis 3 "], Listed());
    }

    [Fact]
    public void Columns_have_the_seeds_names_too()
    {
        File.WriteAllText(place.Path("seed.csv"), "Task ID;Task Name;Task Source;Stage Milestone;Competency Area;Priority Level;Platform Tool Used;Competency Impact;Depends On\na;One;Seed_Tasks;Key Hires;customer_analysis;High;Icp Analysis;7;\nb;Two;default;;general;low;;1;a\n");
        Assert.Equal(2, Import(place.Path("seed.csv")).Imported);
        Assert.Equal(["a One high icp-analysis 7 ", "b Two low none 1 a"], Listed());
    }

    [Theory]
    [InlineData("""[{ "taskId": "a", "taskName": "One", "taskSource": "custom", "competencyArea": "general", "priorityLevel": "low", "competencyImpact": 4 }, { "TaskId": "b", "TaskName": "Two", "TaskSource": "custom", "CompetencyArea": "general", "PriorityLevel": "low", "PlatformTool": null, "CompetencyImpact": 5, "DependsOn": ["a"] }]""")]
    [InlineData("""{ "records": [{ "id": "rec1", "createdTime": "2026-01-01T00:00:00.000Z", "fields": { "Task ID": "a", "Task Name": "One", "Task Source": "custom", "Competency Area": "general", "Priority Level": "low", "Competency Impact": 4 } }, { "fields": { "Task ID": "b", "Task Name": "Two", "Task Source": "custom", "Competency Area": "general", "Priority Level": "low", "Competency Impact": 5, "Depends On": "a" } }], "offset": "itr/rec" }""")]
    [InlineData("{ \"Task ID\": \"a\", \"Task Name\": \"One\", \"Task Source\": \"custom\", \"Competency Area\": \"general\", \"Priority Level\": \"low\", \"Competency Impact\": \"4\" }\n{ \"taskId\": \"b\", \"taskName\": \"Two\", \"taskSource\": \"custom\", \"competencyArea\": \"general\", \"priorityLevel\": \"low\", \"competencyImpact\": 5, \"dependsOn\": \"a\" }\n")]
    public void Json_is_imported(string json)
    {
        Assert.Equal(2, Import(place.Write("tasks.json", json)).Imported);
        Assert.Equal(["a One low none 4 ", "b Two low none 5 a"], Listed());
    }

    [Fact]
    public void A_dependency_may_stand_later_in_the_file_or_be_in_the_catalogue()
    {
        Csv("b,Two,custom,,general,low,,1,a", "a,One,custom,,general,low,,1,");
        Assert.Equal(1, Csv("c,Three,custom,,general,low,,1,\"A, b\"").Imported);
        Assert.Equal(["a", "b"], TaskCatalog.List(place.Store, ["c"]).Single().DependsOn);
    }

    [Fact]
    public void A_dependency_that_is_nowhere_is_refused()
    {
        var error = Assert.Throws<ProgressException>(() => Csv("a,One,custom,,general,low,,1,", "b,Two,custom,,general,low,,1,a;zz"));
        Assert.Equal("InvalidRow", error.Id);
        Assert.Contains("line 3, DependsOn 'zz': there is no such task; allowed: ids of tasks of the file or of the catalogue", error.Message);
        Assert.Empty(TaskCatalog.List(place.Store));
    }

    [Theory]
    [InlineData("a → a is a circle of 1", "a,One,custom,,general,low,,1,a")]
    [InlineData("a → b → c → a is a circle of 3", "c,Three,custom,,general,low,,1,A", "a,One,custom,,general,low,,1,b", "b,Two,custom,,general,low,,1,c")]
    public void A_circle_is_named(string circle, params string[] rows) =>
        Assert.Contains(circle, Assert.Throws<ProgressException>(() => Csv(rows)).Message);

    [Fact]
    public void A_circle_with_a_task_of_the_catalogue_is_found()
    {
        Csv("a,One,custom,,general,low,,1,", "b,Two,custom,,general,low,,1,a");
        var error = Assert.Throws<ProgressException>(() => Csv("a,One,custom,,general,low,,1,b"));
        Assert.Contains("line 2, DependsOn 'b': a → b → a is a circle of 2; allowed: dependencies that lead back to no task", error.Message);
    }

    [Fact]
    public void Rows_that_fall_with_others_are_left_out_with_them()
    {
        var summary = Csv(
            skip: true, "ok,Fine,custom,,general,low,,1,", "x,X,custom,,general,low,,1,y", "y,Y,custom,,general,low,,1,x", "after,Z,custom,,general,low,,1,x",
            "last,Q,custom,,general,low,,1,after", "p,P,custom,,general,low,,1,ok", "u,U,custom,,general,low,,1,u", "bad,B,custom,,general,low,,11,");
        Assert.Equal((8, 2, 6), (summary.Read, summary.Imported, summary.Invalid));
        Assert.Equal([3, 4, 5, 6, 8, 9], summary.Problems.Select(p => p.Line));
        Assert.Equal(["ok", "p"], TaskCatalog.List(place.Store).Select(t => t.TaskId));
    }

    [Fact]
    public void A_row_that_is_left_out_leaves_the_task_as_it_was()
    {
        Csv("a,One,custom,,general,low,,1,", "b,Two,custom,,general,low,,1,a");
        Assert.Equal((1, 0, 1), Counts(Csv(skip: true, "c,Three,custom,,general,low,,1,b", "a,Uno,custom,,general,low,,1,zz")));
        Assert.Equal(["a One low none 1 ", "b Two low none 1 a", "c Three low none 1 b"], Listed());
    }

    [Fact]
    public void A_long_chain_is_no_matter()
    {
        var rows = Enumerable.Range(0, 20_000).Select(i => $"t{i},Task,custom,,general,low,,1,{(i == 0 ? "" : $"t{i - 1}")}").ToArray();
        Assert.Equal(20_000, Csv(rows).Imported);
        Assert.Contains("t0 → t19999 → t19998 → t19997 → t19996 → t19995 → t19994 → t19993 → … → t0 is a circle of 20000;", Assert.Throws<ProgressException>(() => Csv("t0,Task,custom,,general,low,,1,t19999")).Message);
    }

    [Theory]
    [InlineData(",One,custom,,general,low,,1,", "TaskId '': it is missing; allowed: an id on one line, without ; and ,")]
    [InlineData("a;b,One,custom,,general,low,,1,", "TaskId 'a;b': it cannot be used; allowed: an id on one line, without ; and ,")]
    [InlineData("a,,custom,,general,low,,1,", "TaskName '': it is missing; allowed: a name")]
    [InlineData("a,One,,,general,low,,1,", "TaskSource '': it is missing; allowed: Seed_Tasks, Series_A_Tasks, default, custom")]
    [InlineData("a,One,custom,,wisdom,low,,1,", "CompetencyArea 'wisdom': it cannot be used; allowed: customerAnalysis, valueCommunication, executiveReadiness, general")]
    [InlineData("a,One,custom,,general,urgent,,1,", "PriorityLevel 'urgent': it cannot be used; allowed: critical, high, medium, low")]
    [InlineData("a,One,custom,,general,low,hammer,1,", "PlatformTool 'hammer': it cannot be used; allowed: icp-analysis, financial-impact, resource-library, none")]
    [InlineData("a,One,custom,,general,low,,,", "CompetencyImpact '': it is missing; allowed: a whole number from 1 to 10")]
    [InlineData("a,One,custom,,general,low,,11,", "CompetencyImpact '11': it cannot be used; allowed: a whole number from 1 to 10")]
    [InlineData("a,One,custom,,general,low,,3.5,", "CompetencyImpact '3.5': it cannot be used; allowed: a whole number from 1 to 10")]
    public void What_cannot_be_used_names_line_field_value_and_what_is_allowed(string row, string problem)
    {
        var error = Assert.Throws<ProgressException>(() => Csv("ok,Fine,custom,,general,low,,1,", row));
        Assert.Equal("InvalidRow", error.Id);
        Assert.Contains($"line 3, {problem}", error.Message);
        Assert.Empty(TaskCatalog.List(place.Store));
    }

    [Fact]
    public void A_task_that_stands_twice_with_other_values_is_refused()
    {
        Assert.Contains("line 3, TaskId 'A': line 2 says otherwise of this task", Assert.Throws<ProgressException>(() => Csv("a,One,custom,,general,low,,1,", "A,Two,custom,,general,low,,1,")).Message);
        Assert.Equal((1, 1, 0), Counts(Csv("a,One,custom,,general,low,,1,", "A,One,custom,,general,low,,1,"), duplicates: true));
    }

    [Theory]
    [InlineData("TaskName,TaskSource,CompetencyArea,PriorityLevel,CompetencyImpact\na,b,c,d,1\n", "MissingColumn")]
    [InlineData("", "EmptyFile")]
    [InlineData("[{ \"taskId\": \"a\"", "InvalidJson")]
    [InlineData("{ \"data\": [] }", "InvalidJson")]
    [InlineData("[1]", "InvalidRow")]
    [InlineData("[{ \"taskId\": \"a\", \"Task ID\": \"b\" }]", "InvalidRow")]
    [InlineData("[{ \"taskId\": { } }]", "InvalidRow")]
    public void A_file_that_is_unsound_is_refused(string text, string id) =>
        Assert.Equal(id, Assert.Throws<ProgressException>(() => Import(place.Write("bad", text))).Id);

    [Fact]
    public void Unmapped_milestones_are_listed()
    {
        var summary = Csv("a,One,custom,Series A,general,low,,1,", "b,Two,custom,Key Hires,general,low,,1,", "c,Three,custom,Seed,general,low,,1,", "d,Four,custom,Seed,general,low,,1,");
        Assert.Equal(["Seed", "Series A"], summary.UnmappedMilestones);
        Assert.Equal(4, summary.Imported);
    }

    [Fact]
    public void What_if_tells_all_and_writes_nothing()
    {
        var before = StoreText.Of(place.Store);
        var summary = TaskCatalogImport.FromFile(place.Store, CustomerPlace.Sample("task-catalog.csv"), new FileImportOptions { WhatIf = true });
        Assert.Equal((60, true), (summary.Imported, summary.WhatIf));
        Assert.Equal(before, StoreText.Of(place.Store));
    }

    [Fact]
    public void Tasks_are_listed_by_id_name_pattern_milestone_competency_and_source()
    {
        Csv("a1,One,custom,Key Hires,general,low,,1,", "a2,Two,default,Series A,customerAnalysis,low,,1,", "b,Three,custom,Key/Hires (x),customerAnalysis,low,,1,");
        Assert.Equal(["a1", "a2"], Ids(TaskCatalog.List(place.Store, ["a?"])));
        Assert.Equal(["a2", "b"], Ids(TaskCatalog.List(place.Store, ["three", "A2"])));
        Assert.Equal(["a1", "b"], Ids(TaskCatalog.List(place.Store, milestones: ["Key_Hires"])));
        Assert.Equal(["a2"], Ids(TaskCatalog.List(place.Store, milestones: ["series a"])));
        Assert.Equal(["b"], Ids(TaskCatalog.List(place.Store, competencies: ["customerAnalysis"], sources: ["custom"])));
        Assert.Empty(TaskCatalog.List(place.Store, ["z*"]));
        Assert.Equal("TaskNotFound", Assert.Throws<ProgressException>(() => TaskCatalog.List(place.Store, ["zz"])).Id);
    }

    private static IEnumerable<string> Ids(IEnumerable<CatalogTask> tasks) => tasks.Select(t => t.TaskId);

    private static (long, long, long) Counts(TaskImportSummary s, bool duplicates = false) => (s.Imported, duplicates ? s.Duplicate : s.Changed, s.Invalid);

    private IEnumerable<string> Listed() =>
        TaskCatalog.List(place.Store).Select(t => $"{t.TaskId} {t.TaskName} {t.PriorityLevel} {t.PlatformTool} {t.CompetencyImpact} {string.Join(';', t.DependsOn)}");

    private TaskImportSummary Csv(params string[] rows) => Csv(false, rows);

    private TaskImportSummary Csv(bool skip, params string[] rows) => Import(place.Write("tasks.csv", Header + string.Join('\n', rows) + "\n"), skip);

    private TaskImportSummary Import(string path, bool skip = false) =>
        TaskCatalogImport.FromFile(place.Store, path, new FileImportOptions { SkipInvalid = skip });
}
