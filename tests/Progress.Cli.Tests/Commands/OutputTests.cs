using Progress.Cli;
using Xunit;

namespace Progress.Tests;

/// <summary>What holds of every command's output.</summary>
public sealed class OutputTests(SeedPlace seed) : IClassFixture<SeedPlace>
{
    private readonly Workplace place = seed.Place;

    public static TheoryData<string> Commands =>
        ["reps --explain", "metrics --explain", "diagnose --explain", "leaderboard", "leaderboard --by ShowRate", "store test", "doctor", "import-calls notes.csv"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_table_that_is_redirected_is_plain_and_fits_100_columns(string command)
    {
        var shown = place.Do(command.Split(' ')).Out;

        Assert.NotEmpty(shown);
        Assert.DoesNotContain('\e', shown);
        Assert.DoesNotContain('\r', shown);
        Assert.All(shown.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.All(shown.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public void Numbers_stand_right()
    {
        var lines = place.Do("leaderboard", "--as-of", SeedExample.Day).Out.Split('\n');

        Assert.Equal(lines[0].Length, lines[1].Length);
        Assert.Equal(lines[1].Length, lines[2].Length);
    }

    [Fact]
    public void A_name_cannot_steer_the_terminal()
    {
        using (var store = place.Open())
            Reps.RepDirectory.Set(store, "Ben Ito", new(Name: "Ben\e[31m\a[bold]Ito[/]"), cancel: TestContext.Current.CancellationToken);

        var shown = place.Do("reps").Out;

        Assert.DoesNotContain('\e', shown);
        Assert.DoesNotContain('\a', shown);
        Assert.Contains("[bold]Ito[/]", shown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("reps --nonsense")]
    [InlineData("reps --as-of 03/04/2026")]
    [InlineData("reps --since tomorrow")]
    [InlineData("reps --rep")]
    [InlineData("reps --store \u0020")]
    [InlineData("metrics --days 0")]
    [InlineData("metrics --days many")]
    [InlineData("import-calls x.csv --dialect word")]
    [InlineData("metrics --denominator some")]
    [InlineData("leaderboard --by fame")]
    [InlineData("leaderboard --top -1")]
    [InlineData("report reps")]
    [InlineData("import-calls")]
    [InlineData("import-calls x.csv --culture tlh-Q")]
    [InlineData("add-activity --kind deal_closed")]
    [InlineData("add-activity --rep Ana --kind deal_closed --count 0")]
    [InlineData("add-activity --rep Ana --from x.csv")]
    [InlineData("add-progress --customer CUST_01")]
    [InlineData("add-progress --customer CUST_01 --task t-1 --completed 03/04/2026")]
    [InlineData("add-progress --customer CUST_01 --from x.csv")]
    [InlineData("import-progress")]
    [InlineData("recommend --top 0")]
    [InlineData("report customers")]
    [InlineData("store")]
    [InlineData("connect")]
    [InlineData("connect x --name y")]
    [InlineData("connect x --provider hubspot")]
    [InlineData("sync --direction sideways")]
    [InlineData("sync --wait long")]
    [InlineData("sync --pace fast")]
    [InlineData("sync --watch --what-if")]
    [InlineData("crm-schema")]
    public void Wrong_usage_ends_with_3_says_what_is_wrong_and_touches_nothing(string arguments)
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (arguments.EndsWith(' ')) words.Add("");

        var run = place.Run(words);

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Matches(@"^progressctl: [^\n]+ See progressctl[a-z -]* --help\.\n$", run.Error);
    }

    [Fact]
    public void Help_and_version_are_no_errors()
    {
        Assert.Contains("import-calls", place.Do("--help").Out);
        Assert.Contains("--skip-invalid", place.Do("import-calls", "--help").Out);
        Assert.StartsWith("0.", place.Do("--version").Out);
    }

    [Fact]
    public void An_error_is_one_line_for_people_one_object_for_programs_and_a_stack_trace_only_with_debug()
    {
        var people = place.Run("reps", "--rep", "Nobody");
        var programs = place.Refused(2, "RepNotFound", "reps", "--rep", "Nobody");
        var debug = place.Run("reps", "--rep", "Nobody", "--debug");

        Assert.Equal("progressctl: There is no rep 'Nobody'. progressctl reps lists the reps; New-Rep adds one.\n", people.Error);
        Assert.Equal(("NotFound", "Nobody"), (programs.ErrorJson["kind"]!.GetValue<string>(), programs.ErrorJson["target"]!.GetValue<string>()));
        Assert.Contains("   at Progress.", debug.Error);
    }

    [Fact]
    public void Standard_output_that_is_full_is_an_error()
    {
        if (!File.Exists("/dev/full")) Assert.Skip("there is no /dev/full");

        var run = Cli.End(Cli.StartAs(place, "sh", "-c", $"{Cli.Command} reps > /dev/full"));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("progressctl: Standard output cannot be written: No space left on device.", run.Error);
    }

    [Theory]
    [InlineData(ErrorKind.InvalidData, 2)]
    [InlineData(ErrorKind.NotFound, 2)]
    [InlineData(ErrorKind.Conflict, 2)]
    [InlineData(ErrorKind.Store, 2)]
    [InlineData(ErrorKind.File, 2)]
    [InlineData(ErrorKind.Usage, 3)]
    [InlineData(ErrorKind.Busy, 75)]
    public void The_kind_of_an_error_decides_the_exit_code(ErrorKind kind, int exitCode)
    {
        using var stop = new StopSignal();
        var failure = Failure.Of(new ProgressException("X", kind, "x"), stop);

        Assert.Equal((exitCode, kind.ToString()), (failure.ExitCode, failure.Report.Kind.ToString()));
    }

    [Fact]
    public void What_stands_in_quotes_is_the_users_and_keeps_its_words()
    {
        Assert.Equal("'-Store' is no rep; --store, not -Storefront", Wording.Of("'-Store' is no rep; -Store, not -Storefront"));
    }
}
