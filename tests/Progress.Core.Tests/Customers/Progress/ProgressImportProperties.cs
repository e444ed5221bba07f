using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Progress.Csv;
using Progress.Customers;
using Progress.Json;
using Xunit;

namespace Progress.Tests.Customers.Progress;

public sealed class ProgressImportProperties
{
    private static readonly string[] Header = ["CustomerId", "TaskId", "TaskName", "PriorityLevel", "Status", "CompletedDate", "CompetencyImpact", "SyncKey"];

    /// <summary>Rows of few customers and tasks that agree, repeat and contradict each other, some of them unsound.</summary>
    private static readonly Gen<string[]> Rows =
        from customer in Gen.Elements("CUST_01", "cust_01", "CUST_02", "no id!", "")
        from task in Gen.Elements("t1", "T1", "t2", "seed-task-001", "")
        from name in Gen.Elements("One", "Two", "")
        from priority in Gen.Elements("low", "HIGH", "", "", "urgent")
        from status in Gen.Elements("completed", "in_progress", "", "", "done")
        from day in Gen.Elements("2026-08-01", "2026-08-02", "", "", "1.8.2026")
        from impact in Gen.Elements("3", "10", "", "", "11")
        from key in Gen.Elements("6f9e3a52-7c1d-4f0b-9a64-0d2c8e41b7aa", "6f9e3a52-7c1d-4f0b-9a64-0d2c8e41b7bb", "", "", "", "", "7")
        select new[] { customer, task, name, priority, status, day, impact, key };

    /// <summary>A file that fails with fewer rows says more.</summary>
    private static IEnumerable<string[][]> Fewer(string[][] rows) => rows.Select((_, i) => rows.Where((_, j) => j != i).ToArray());

    private static readonly Gen<string> Texts =
        from pieces in Gen.Elements("=1+1", "'", "\"", ",", ";", "\t", "a", "Ω", "🚀", "|", "+", "@", " ", "-").NonEmptyListOf()
        select string.Concat(pieces);

    private static readonly Gen<NewTaskProgress> Records =
        from name in Texts
        from stage in Texts
        from notes in Gen.OneOf(Texts, Gen.Constant("two\nlines\r\n"))
        from status in Gen.Elements("completed", "in_progress", "skipped")
        from tool in Gen.Elements("icp-analysis", "none", "")
        from impact in Gen.Choose(0, 10)
        select new NewTaskProgress
        {
            CustomerId = "CUST_01", TaskName = name.Replace('\t', ' '), StageMilestone = stage.Replace('\t', ' '), CompletionNotes = notes, Status = status,
            PlatformToolUsed = tool, CompetencyImpact = impact == 0 ? null : impact,
        };

    [Fact]
    public void Whatever_a_file_says_the_counts_add_up_and_the_second_import_changes_nothing() =>
        Prop.ForAll(Arb.From(Rows.ListOf().Select(rows => rows.ToArray()), Fewer), rows =>
        {
            using var place = new CustomerPlace().Catalog();
            var path = place.Path("rows.csv");
            CsvExport.WriteFile(path, Header, rows, CsvFormat.Machine);
            AssertAddsUp(place.Import(path, skip: true), rows.Length);
            var before = StoreText.Of(place.Store);
            place.Clock.Now = place.Clock.Now.AddDays(2);
            var again = place.Import(path, skip: true);
            AssertAddsUp(again, rows.Length);
            Assert.Equal((0, 0), (again.Imported, again.Changed));
            Assert.Equal(before, StoreText.Of(place.Store));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(40, 1_000)));

    [Fact]
    public void Whatever_was_kept_comes_back_from_every_export() =>
        Prop.ForAll(Records.NonEmptyListOf().ToArbitrary(), Gen.Elements("machine", "de-DE", "en-US", "json").ToArbitrary(), (records, form) =>
        {
            using var place = new CustomerPlace().Customer("CUST_01");
            TaskProgresses.Add(place.Store, [.. records]);
            using var other = new CustomerPlace();
            var format = form is "machine" or "json" ? CsvFormat.Machine : CsvFormat.Excel(CultureInfo.GetCultureInfo(form));
            if (form == "json") File.WriteAllText(place.Path("export"), Json(place.List()));
            else CsvExport.WriteFile(place.Path("export"), place.List(), format);
            TaskProgressImport.FromFile(other.Store, place.Path("export"), new TaskProgressImportOptions { CreateCustomers = true, Format = format });
            Assert.Equal(place.List(), other.List());
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(30, 500)));

    private static string Json(IReadOnlyList<TaskProgress> records)
    {
        using var writer = new StringWriter();
        OutputJson.Write(writer, records);
        return writer.ToString();
    }

    private static void AssertAddsUp(TaskImportSummary summary, int rows)
    {
        Assert.Equal((rows, rows), (summary.Read, summary.Imported + summary.Changed + summary.Duplicate + summary.Invalid));
        Assert.Equal(summary.Invalid, summary.Problems.Count);
    }
}
