using Progress.Sync;
using Xunit;

namespace Progress.Tests;

public sealed class SyncTests : IDisposable
{
    private readonly Crm crm = new();

    public void Dispose() => crm.Dispose();

    [Fact]
    public void A_sync_sends_and_fetches_and_says_how_much()
    {
        crm.Place.Do("add-activity", "--rep", Workplace.Ana, "--kind", "deal_closed");

        var result = crm.Place.Do("sync", "--json").Json[0]!;

        Assert.Equal(("Done", 0), (result["status"]!.GetValue<string>(), result["pending"]!.GetValue<int>()));
        Assert.Equal(crm.Shown(Workplace.Ana), crm.Xp(Workplace.Ana));
        Assert.Matches(@"^Connection +Status +Sent +Fetched .*\ntwenty +Done +0 ", crm.Place.Do("sync", "twenty").Out);
    }

    [Fact]
    public void One_way_and_a_pace_can_be_asked_for()
    {
        crm.Place.Do("sync");
        crm.Place.Do("add-activity", "--rep", Workplace.Ana, "--kind", "deal_closed");

        Assert.Equal(1, crm.Place.Do("sync", "--direction", "pull", "--pace", "0.95", "--json").Json[0]!["pending"]!.GetValue<int>());
        Assert.Equal(0, crm.Place.Do("sync", "--direction", "push", "--full", "--json").Json[0]!["pending"]!.GetValue<int>());
        crm.Place.Refused(3, "InvalidPace", "sync", "--pace", "1.5");
    }

    [Fact]
    public void Calls_that_the_crm_does_not_have_are_sent_where_asked_for()
    {
        crm.Place.Do("import-calls", crm.Place.Notes("notes.csv", $",Call - BUSY | 0:10 | Uma,2026-09-30,{Workplace.Ana}"));

        Assert.Equal(1, crm.Place.Do("sync", "--json").Json[0]!["localOnlyCalls"]!.GetValue<int>());
        Assert.Equal(0, crm.Place.Do("sync", "--push-calls", "--json").Json[0]!["localOnlyCalls"]!.GetValue<int>());
    }

    [Fact]
    public void What_if_prints_the_plan_asks_nobody_and_writes_nothing()
    {
        crm.Place.Do("add-activity", "--rep", Workplace.Ana, "--kind", "deal_closed");
        var (asked, before) = (crm.Twenty.Journal.Text, StoreRows.All(crm.Place));

        var plan = crm.Place.Do("sync", "--what-if");

        Assert.Contains("create records", plan.Out);
        Assert.Equal((asked, before), (crm.Twenty.Journal.Text, StoreRows.All(crm.Place)));
    }

    [Fact]
    public void A_service_that_is_away_is_a_failure_that_keeps_what_is_pending()
    {
        crm.Place.Do("sync");
        crm.Place.Do("add-activity", "--rep", Workplace.Ana, "--kind", "deal_closed");
        crm.Twenty.Faults.Down = true;

        var run = crm.Place.Run("sync", "--json");

        Assert.Equal((2, "", "Failed"), (run.ExitCode, run.Error, run.Json[0]!["status"]!.GetValue<string>()));
        var status = crm.Place.Do("sync-status", "twenty", "--json").Json[0]!;
        Assert.Equal((1, "Problem"), (status["pending"]!.GetValue<int>(), status["state"]!.GetValue<string>()));
        Assert.Contains("twenty: since 20", crm.Place.Do("sync-status").Out);
    }

    [Fact]
    public void A_sync_of_which_one_connection_fails_is_done_partly()
    {
        crm.Place.Do("connect", "academy", "--provider", "redhawk", "--uri", crm.AcademyUri);
        crm.Twenty.Faults.Down = true;

        Assert.Equal(1, crm.Place.Run("sync").ExitCode);
    }

    [Fact]
    public void Another_pass_at_work_ends_with_75_and_is_named()
    {
        using var store = crm.Place.Open();
        using var other = SyncLease.TryTake(store, "twenty", "the night shift");

        var run = crm.Place.Refused(75, "SyncBusy", "sync", "--wait", "0");

        Assert.StartsWith("twenty is being synced by the night shift since ", run.ErrorJson["message"]!.GetValue<string>());
        Assert.Contains("--wait", run.Error);
    }

    [Fact]
    public void Without_a_connection_it_says_how_to_make_one()
    {
        using var place = new Workplace();

        Assert.Contains("progressctl connect makes a connection", place.Refused(2, "NotConnected", "sync").Error);
        Assert.Contains("progressctl connect", place.Do("sync-status").Out);
    }

    [Fact]
    public void The_schema_is_tested_and_created()
    {
        using var fresh = new Crm(withSchema: false);
        fresh.Connect();

        var missing = fresh.Place.Run("crm-schema", "test");
        var would = fresh.Place.Do("crm-schema", "init", "--what-if", "--json").Json[0]!;
        var created = fresh.Place.Do("crm-schema", "init", "twenty", "--json").Json[0]!;

        Assert.Equal(2, missing.ExitCode);
        Assert.Matches(@"twenty: repProgression does not exist\nField +Type +State", missing.Out);
        Assert.Equal((false, true), (would["passed"]!.GetValue<bool>(), created["passed"]!.GetValue<bool>()));
        Assert.Contains("is complete", fresh.Place.Do("crm-schema", "test", "--connection", "tw*").Out);
    }
}
