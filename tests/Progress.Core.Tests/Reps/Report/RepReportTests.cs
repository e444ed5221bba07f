using Progress.Reports;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Reps;

public sealed class RepReportTests : IDisposable
{
    private readonly ReportTeam team = new();

    [Fact]
    public void The_seed_s_example_is_told_to_train_the_opener_and_not_the_closer()
    {
        var rows = Table(Team(), "What to train").Rows.Where(row => row[0] is "Ana Ölmez").ToList();
        var opener = rows.Single(row => row[1] is "Opener");
        Assert.Equal("65.0% (65/100)", opener[3]);
        Assert.Equal("≤\u00A050.0%", opener[5]);
        Assert.Equal(["module_1"], Assert.IsAssignableFrom<IEnumerable<string>>(opener[8]));
        Assert.DoesNotContain(rows, row => row[1] is string finding && finding.StartsWith("Closing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rate_without_calls_is_no_data_and_never_0()
    {
        var row = Table(Team(), "Where reps stand").Rows.Single(row => row[0] is "Cleo");
        Assert.All(row.Skip(9), Assert.Null);
        Assert.All(Table(Team(), "What the rates rest on").Rows.Single(row => row[0] is "Cleo").Skip(1), Assert.Null);
    }

    [Fact]
    public void Every_rate_names_numerator_denominator_and_window()
    {
        var table = Table(Team(), "What the rates rest on");
        Assert.Equal(
            ["Sub-30s drop, 7 days", "Call to appointment, 7 days", "Two-minute calls, 7 days", "Connect, 7 days", "Show rate, 28 days",
                "Cadence completion, begun 15 to 42 days ago"],
            table.Columns.Skip(1).Select(column => column.Name));
        Assert.Equal(
            ["65.0% (65/100)", "2.0% (2/100)", "20.0% (20/100)", "20.0% (20/100)", "50.0% (1/2)", "50.0% (1/2)"],
            table.Rows.Single(row => row[0] is "Ana Ölmez").Skip(1));
    }

    [Fact]
    public void A_new_rep_whose_dials_fall_is_warned_of_early()
    {
        var row = Assert.Single(Table(Team(), "Early warning").Rows);
        Assert.Equal(["Bo | <b>New</b>", new DateOnly(2026, 9, 14), 17, 10L, 40L], row.Take(5));
    }

    [Fact]
    public void The_weeks_of_the_chart_add_up_to_the_XP_of_the_team()
    {
        var report = Team();
        var total = Table(report, "Where reps stand").Rows.Sum(row => (long)row[3]!);
        var charts = Section(report, "XP by week").Blocks.OfType<ReportLines>().ToList();
        Assert.Equal(total, charts[0].Series.Single().Values.Sum());
        Assert.Equal(total, charts[1].Series.Sum(series => series.Values.Sum()));
        Assert.Equal("2026-09-30", charts[0].Categories[^1]);
    }

    [Fact]
    public void Calls_that_nobody_is_credited_with_are_mentioned() =>
        Assert.Contains("1 call without a rep", string.Join('\n', About(Team())));

    [Fact]
    public void Rules_that_depart_from_the_seed_are_warned_of()
    {
        Assert.DoesNotContain(About(Team()), item => item.StartsWith("Warning", StringComparison.Ordinal));
        var file = Path.GetTempFileName();
        File.WriteAllText(file, RuleSetFile.DefaultJson.Replace("\"deal_closed\": 300", "\"deal_closed\": 301", StringComparison.Ordinal));
        ProgressionRules.Set(team.Store, file, new DateOnly(2026, 9, 30));
        File.Delete(file);
        Assert.Contains("Warning: the rules depart from the seed. $.xp.deal_closed: 301 instead of 300.", About(Team()));
    }

    [Fact]
    public void A_past_day_is_reported_as_it_was()
    {
        var row = Table(RepReports.Team(team.Store, new IsoTime(new DateOnly(2026, 9, 23))), "Where reps stand").Rows.Single(r => r[0] is "Ana Ölmez");
        // Two modules at 50 XP; the calls came later.
        Assert.Equal(["Ana Ölmez", "E-1", 2, 100L, 0L], row.Take(5));
        Assert.All(row.Skip(9), Assert.Null);
    }

    [Fact]
    public void A_store_without_reps_is_reported_as_such()
    {
        var folder = Directory.CreateTempSubdirectory("progress-reps-").FullName;
        using (var store = ProgressStore.Open(new StoreLocation(Path.Combine(folder, "progress.db")), new StoreOptions { Command = "test" }))
        {
            var report = RepReports.Team(store, ReportTeam.AsOf);
            Assert.Empty(Table(report, "Where reps stand").Rows);
            foreach (var kind in Enum.GetValues<ReportKind>()) ReportWriter.Write(report, kind, TextWriter.Null);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_card_shows_have_and_need_of_every_gate()
    {
        var gates = Table(Card(), "Way to E-3 SDR III").Rows;
        Assert.Equal(["XP", "modules", "badges", "appointments"], gates.Select(row => row[0]));
        Assert.Equal(["modules", "missing", "2", "≥\u00A04", "missing module_2, module_3"], gates[1]);
        Assert.Equal(["appointments", "missing", "2", "≥\u00A03", null], gates[3]);
    }

    [Fact]
    public void A_card_shows_what_the_week_brought()
    {
        var gained = Table(Card(), "This week").Rows;
        Assert.Equal(["Dials", 100L, 0L], gained[1]);
        Assert.Equal(["Appointments set", 2L, 0L], gained[2]);
        Assert.Equal(["Deals closed", 1L, 0L], gained[4]);
        var list = Section(Card(), "This week").Blocks.OfType<ReportList>().Single().Items;
        Assert.Contains(list, item => item.StartsWith("Badges: ", StringComparison.Ordinal) && item.Contains("First Blood bronze on 2026-09-28"));
        Assert.Contains("Promotions: E-2 on 2026-09-28", list);
    }

    [Fact]
    public void A_card_of_nobody_is_refused() =>
        Assert.Equal("RepNotFound", Assert.Throws<ProgressException>(() => RepReports.Card(team.Store, "Nobody")).Id);

    public void Dispose() => team.Dispose();

    private Report Team() => RepReports.Team(team.Store, ReportTeam.AsOf);

    private Report Card() => RepReports.Card(team.Store, "Ana Ölmez", ReportTeam.AsOf);

    private static ReportSection Section(Report report, string heading) => report.Sections.Single(section => section.Heading == heading);

    private static ReportTable Table(Report report, string heading) => Section(report, heading).Blocks.OfType<ReportTable>().First();

    private static IReadOnlyList<string> About(Report report) => Section(report, "About this report").Blocks.OfType<ReportList>().Single().Items;
}
