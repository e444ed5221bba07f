using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Store;

public sealed class StoreCheckTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public StoreCheckTests() => folder.MakeLived();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_store_that_was_worked_with_is_sound()
    {
        using var store = folder.Open();
        var test = StoreCheck.Test(store);
        Assert.Equal((true, 0, folder.Location.Path, Migrations.Current), (test.Passed, test.ExitCode, test.Path, test.Version));
        Assert.Equal(["integrity", "foreign keys", "ledger"], test.Checks.Select(c => c.Name));
        Assert.All(test.Checks, c => Assert.Equal((true, "in order"), (c.Passed, c.Detail)));
    }

    [Theory]
    [InlineData("UPDATE rep_day SET dials = dials + 1 WHERE rowid_ = 1", "dials")]
    [InlineData("UPDATE rep_day SET call_appts = call_appts - 1 WHERE rowid_ = 1", "call_appts")]
    [InlineData("UPDATE rep_day SET own_xp = own_xp + 1 WHERE rowid_ = 1", "XP")]
    [InlineData("UPDATE rep_day SET award_xp = award_xp + 1 WHERE rowid_ = 1", "XP")]
    [InlineData("DELETE FROM rep_day WHERE rowid_ = 1", "the day is missing")]
    [InlineData("INSERT INTO rep_day (rep, day, dials) VALUES (1, 700000, 1)", "1917-07-16: dials is 1, its facts make 0")]
    [InlineData("UPDATE xp_fact SET xp = xp + 1 WHERE source = 'email_sent'", "XP")]
    [InlineData("DELETE FROM xp_fact WHERE source = 'email_sent'", "XP")]
    [InlineData("UPDATE day_award SET streak = streak + 5 WHERE day = (SELECT min(day) FROM day_award)", "XP")]
    [InlineData("UPDATE call SET sources = 0 WHERE id = 7", "XP")]
    [InlineData("UPDATE call SET outcome = outcome | 1 WHERE id = 7", "connected")]
    [InlineData("DELETE FROM call WHERE id = 7", "calls is")]
    [InlineData("UPDATE activity SET count = 2", "emails")]
    public void A_figure_that_is_off_is_found_and_named(string sql, string named)
    {
        var detail = Found(sql.Replace("rowid_ = 1", "(rep, day) = (SELECT rep, day FROM rep_day WHERE call_appts > 0 LIMIT 1)"), "ledger");
        Assert.Contains(named, detail);
        Assert.Matches(@"rep \d+, \d{4}-\d\d-\d\d", detail);
    }

    [Theory]
    [InlineData("UPDATE call SET rep = 999 WHERE id = 7", "call row 7 names a missing rep")]
    [InlineData("UPDATE call SET rules = 999 WHERE id = 7", "call row 7 names a missing rule_set")]
    [InlineData("UPDATE activity SET change = 999", "activity row 1 names a missing audit")]
    [InlineData("INSERT INTO rep_zone (rep, from_day, zone) VALUES (999, 0, 'UTC')", "names a missing rep")]
    public void A_row_whose_reference_is_missing_is_found_and_named(string sql, string named) => Assert.Contains(named, Found(sql, "foreign keys"));

    [Fact]
    public void Of_many_faults_the_first_are_named_and_all_are_counted()
    {
        var detail = Found("UPDATE rep_day SET dials = dials + 1", "ledger");
        Assert.Equal(6, detail.Split("; ").Length);
        Assert.EndsWith("and 55 more", detail);
    }

    [Fact]
    public void An_index_that_does_not_fit_its_table_is_found()
    {
        Damage.Index(folder.Location.Path);
        using var store = folder.Open();
        var test = StoreCheck.Test(store);
        Assert.Equal((false, 2), (test.Passed, test.ExitCode));
        Assert.Contains("call_rep_day", test.Checks.Single(c => c.Name == "integrity").Detail);
    }

    [Theory]
    [InlineData("call")]
    [InlineData("rep")]
    [InlineData("xp_fact")]
    [InlineData("rep_day")]
    [InlineData("call_note")]
    public void Damaged_pages_are_an_answer_of_the_test_and_not_an_error(string table)
    {
        Damage.Table(folder.Location.Path, table);
        using var store = folder.Open();
        var test = StoreCheck.Test(store);
        Assert.False(test.Passed);
        Assert.False(test.Checks.Single(c => c.Name == "integrity").Passed);
    }

    public static TheoryData<string, string> Readings =>
        new(Reads.Keys.SelectMany(reading => Reads[reading].Tables.Split(' '), (reading, table) => (reading, table)));

    private static readonly Dictionary<string, (string Tables, Action<ProgressStore> Read)> Reads = new()
    {
        ["audit"] = ("audit", store => AuditLog.Read(store).Count()),
        ["device"] = ("meta", store => StoreIdentity.Device(store)),
        ["reps"] = ("rep rep_zone", store => RepDirectory.List(store)),
        ["calls"] = ("rep rule_set call disposition", store => CallNotes.List(store).Count()),
        ["activities"] = ("rep activity", store => RepActivities.List(store)),
        ["achievements"] = ("rep achievement", store => RepAchievements.List(store)),
        ["progression"] = ("rep rule_set rep_day xp_fact day_award promotion outbox", store => RepProgressions.Get(store)),
        ["metrics"] = ("rep rep_day", store => RepMetrics.Get(store).Count()),
        ["ledger"] = ("call xp_fact day_award", store => RepLedger.Read(store).Count()),
        ["rules"] = ("rule_set", store => ProgressionRules.List(store)),
        ["report"] = ("call_rep_day rep_day rule_set", store => RepReports.Team(store)),
    };

    [Theory]
    [MemberData(nameof(Readings))]
    public void Reading_damaged_pages_says_what_to_do(string reading, string table)
    {
        Damage.Table(folder.Location.Path, table);
        using var store = folder.Open();
        var error = StoreFolder.Refused(() => Reads[reading].Read(store), "StoreCorrupt", ErrorKind.Store);
        Assert.Contains("Restore-ProgressStore", error.Message);
        Assert.Contains(folder.Location.Path, error.Message);
    }

    [Fact]
    public void Changing_damaged_pages_is_refused()
    {
        Damage.Table(folder.Location.Path, "call_note");
        using var store = folder.Open();
        StoreFolder.Refused(
            () => CallImport.FromNotes(store, [new SourceNote(1, null, "Call - NA | 0:30", "2026-09-30", null, null)], new ImportOptions()),
            "StoreCorrupt", ErrorKind.Store);
    }

    [Fact]
    public void Rules_that_cannot_be_read_are_an_answer_too() => Assert.Contains("rule set 1", Found("UPDATE rule_set SET json = '{}'", "ledger"));

    [Fact]
    public void A_test_can_be_cancelled()
    {
        using var store = folder.Open();
        Assert.ThrowsAny<OperationCanceledException>(() => StoreCheck.Test(store, new CancellationToken(canceled: true)));
        Assert.True(StoreCheck.Test(store).Passed);
    }

    private string Found(string sql, string check)
    {
        Damage.Hidden(folder.Location.Path, sql);
        using var store = folder.Open();
        var test = StoreCheck.Test(store);
        Assert.False(test.Passed);
        var result = test.Checks.Single(c => c.Name == check);
        Assert.False(result.Passed);
        return result.Detail;
    }
}
