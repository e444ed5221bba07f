using System.Globalization;
using Progress.Reps;
using Progress.Setup;
using Progress.Store;
using Progress.Tests.Store;
using Xunit;

namespace Progress.Tests.Setup;

public sealed class SetupCheckTests : IDisposable
{
    private readonly StoreFolder folder = new();
    private readonly string current;

    public SetupCheckTests() => current = Directory.CreateDirectory(folder.Path("work")).FullName;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Where_nothing_is_set_up_it_says_so_and_makes_nothing()
    {
        var test = Run();
        Assert.Equal((true, 0), (test.Passed, test.ExitCode));
        Assert.Equal(SetupStatus.Ok, Of(test, "settings").Status);
        Assert.Equal(SetupStatus.Warning, Of(test, "time zone").Status);
        Assert.Contains("UTC", Of(test, "time zone").Detail);
        Assert.Contains(folder.Location.Path, Of(test, "store").Detail);
        Assert.Equal(SetupStatus.Warning, Of(test, "store").Status);
        Assert.False(File.Exists(folder.Location.Path));
    }

    [Fact]
    public void A_store_without_reps_names_the_first_step()
    {
        folder.Open().Dispose();
        var test = Run();
        Assert.True(test.Passed);
        Assert.Equal(SetupStatus.Ok, Of(test, "store").Status);
        Assert.Equal(SetupStatus.Ok, Of(test, "rules").Status);
        Assert.Equal(SetupStatus.Warning, Of(test, "reps").Status);
        Assert.Contains("New-Rep", Of(test, "reps").NextStep);
    }

    [Fact]
    public void All_in_order_needs_no_next_step()
    {
        File.WriteAllText(Path.Combine(current, "progress.settings.json"), """{ "timeZone": "Europe/Berlin" }""");
        using (var store = folder.Open())
        {
            RepDirectory.Add(store, new NewRep(TestStore.Id("Ana"), "Ana"));
            Import(store, "Ana");
        }

        var test = Run();
        Assert.All(test.Findings, f => Assert.Equal((SetupStatus.Ok, null), (f.Status, f.NextStep)));
        Assert.Equal("Europe/Berlin", Of(test, "time zone").Detail);
        Assert.Equal("1", Of(test, "calls").Detail);
    }

    [Fact]
    public void Reps_without_a_name_are_counted()
    {
        using (var store = folder.Open()) Import(store, "Ana");
        var finding = Of(Run(), "reps");
        Assert.Equal(SetupStatus.Warning, finding.Status);
        Assert.Contains("1 have no name", finding.Detail);
        Assert.Contains("Set-Rep", finding.NextStep);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    public void Calls_credited_to_nobody_are_counted_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        using (var store = folder.Open())
            CallImport.FromNotes(store, Enumerable.Range(0, 1200).Select(i => Note(i, null)), new ImportOptions());
        var finding = Of(Run(), "calls");
        Assert.Equal(SetupStatus.Warning, finding.Status);
        Assert.Equal("1,200, of which 1,200 are credited to nobody", finding.Detail);
        Assert.Contains("Get-CallNote -Unattributed", finding.NextStep);
        Assert.Contains("Set-CallNote -Rep", finding.NextStep);
    }

    [Fact]
    public void Bad_settings_are_a_problem_named_with_file_and_key_and_the_store_is_looked_at_all_the_same()
    {
        File.WriteAllText(Path.Combine(current, "progress.settings.json"), """{ "timeZone": "Mars/Olympus" }""");
        folder.Open().Dispose();
        var test = Run();
        Assert.Equal((false, 2), (test.Passed, test.ExitCode));
        var finding = Of(test, "settings");
        Assert.Equal(SetupStatus.Problem, finding.Status);
        Assert.Contains("progress.settings.json", finding.Detail);
        Assert.Contains("timeZone", finding.Detail);
        Assert.NotNull(finding.NextStep);
        Assert.Equal(SetupStatus.Ok, Of(test, "store").Status);
    }

    [Fact]
    public void A_store_of_a_newer_version_is_a_problem()
    {
        folder.Open().Dispose();
        folder.Sql($"PRAGMA user_version = {Migrations.Current + 1}");
        Assert.Contains("Update Progress", Problem().Detail);
    }

    [Fact]
    public void A_folder_or_a_text_file_as_store_is_a_problem()
    {
        Directory.CreateDirectory(folder.Location.Path);
        Assert.Contains("is a folder", Problem().Detail);
        Directory.Delete(folder.Location.Path);
        folder.Write("progress.db", "some text");
        Assert.Contains("not a Progress store", Problem().Detail);
    }

    [Theory]
    [InlineData("call")]
    [InlineData("rep")]
    [InlineData("rule_set")]
    public void A_damaged_store_is_a_problem_and_not_an_error(string table)
    {
        folder.MakeLived();
        Damage.Table(folder.Location.Path, table);
        var finding = Problem();
        Assert.Contains("integrity", finding.Detail);
        Assert.Contains("Restore-ProgressStore", finding.NextStep);
    }

    private SetupFinding Problem()
    {
        var test = Run();
        Assert.Equal((false, 2), (test.Passed, test.ExitCode));
        var finding = Of(test, "store");
        Assert.Equal(SetupStatus.Problem, finding.Status);
        Assert.NotNull(finding.NextStep);
        return finding;
    }

    private SetupTest Run() => SetupCheck.Run(folder.Location, current, folder.Options);

    private static SetupFinding Of(SetupTest test, string topic) => Assert.Single(test.Findings, f => f.Topic == topic);

    private static void Import(ProgressStore store, string rep) => CallImport.FromNotes(store, [Note(1, TestStore.Id(rep))], new ImportOptions());

    private static SourceNote Note(int number, Guid? rep) =>
        new(number, TestStore.Id($"note {number}").ToString(), "Call - NA | 0:30", "2026-09-30T10:00:00Z", null, rep?.ToString());
}
