using Progress.Reps;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>Spec, chapter 50, "Twenty": held appointments and won deals by a mapping in settings, off by default.</summary>
public sealed class OutcomeTests : IDisposable
{
    /// <summary>XP of a rep's first deal: the deal and the badge for it.</summary>
    private const long First = 300 + 250;

    private readonly OutcomePlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Without_a_mapping_nothing_is_read()
    {
        place.Opportunity("o1");
        var device = place.Device("one", isMapped: false);

        device.Synced();

        Assert.Equal((0, 0), (device.Progression("Ana").ClosedDeals, place.World.RemoteXp("Ana")));
        Assert.DoesNotContain(place.World.Twenty.Journal.Entries, e => e.Path.Contains("opportunities"));
    }

    [Fact]
    public void An_opportunity_that_is_won_is_a_deal_of_its_owner_on_the_day_that_it_says()
    {
        place.Opportunity("o1");
        place.Opportunity("o2", "Ben", "CUSTOMER");
        place.Opportunity("o3", stage: "NEW");
        var device = place.Device("one");

        device.Synced();

        var deal = Assert.Single(RepActivities.List(device.Store, [SyncWorld.Id("Ana").ToString()]));
        Assert.Equal(($"crm:opportunities:{SyncWorld.Id("o1")}", "deal_closed", 1, 300, new DateOnly(2026, 9, 20)), (deal.Id, deal.Kind, deal.Count, deal.Xp, deal.Day));
        Assert.Equal((1, First, 1, First), (device.Progression("Ana").ClosedDeals, device.Xp("Ana"), place.RemoteDeals("Ana"), place.World.RemoteXp("Ana")));
        Assert.Equal((1, First), (place.RemoteDeals("Ben"), place.World.RemoteXp("Ben")));
        Assert.Equal((300, 1, 0), (place.Claimed("Ana", "xp", "crm"), place.Claimed("Ana", "deals", "crm"), place.Claimed("Ana", "deals", "crmUndone")));
        device.AssertSound();
    }

    [Fact]
    public void Two_devices_that_read_the_same_count_it_once()
    {
        place.Opportunity("o1");
        place.Opportunity("o2");
        var (one, two) = (place.Device("one"), place.Device("two"));
        one.Synced();
        one.Did("Ana", "deal_closed", 2, at: "2026-09-10T10:00:00Z", id: "by hand");
        foreach (var device in new[] { one, two, one, two, two, one }) device.Synced();

        Assert.Equal((First + 900, 4), (place.World.RemoteXp("Ana"), place.RemoteDeals("Ana")));
        foreach (var device in new[] { one, two })
        {
            Assert.Equal((First + 900, 4), (device.Xp("Ana"), device.Progression("Ana").ClosedDeals));
            device.AssertSound();
        }
    }

    [Fact]
    public void A_device_without_the_mapping_shows_what_the_others_tell_and_changes_nothing_of_it()
    {
        place.Opportunity("o1");
        var (mapped, other) = (place.Device("one"), place.Device("two", isMapped: false));
        foreach (var device in new[] { mapped, other, other, mapped }) device.Synced();
        other.Did("Ana", "email_sent", at: "2026-09-10T10:00:00Z");
        foreach (var device in new[] { other, mapped, other }) device.Synced();

        Assert.Equal((1, 1, 1), (mapped.Progression("Ana").ClosedDeals, other.Progression("Ana").ClosedDeals, place.RemoteDeals("Ana")));
        Assert.Equal((mapped.Xp("Ana"), other.Xp("Ana")), (place.World.RemoteXp("Ana"), place.World.RemoteXp("Ana")));
    }

    [Fact]
    public void A_deal_that_is_reopened_leaves_the_counters_keeps_its_xp_and_counts_again_when_it_is_won_again()
    {
        place.Opportunity("o1");
        var (one, two) = (place.Device("one"), place.Device("two"));
        Everybody(First, 1);
        foreach (var stage in new[] { "NEW", "WON", "NEW", "CUSTOMER" })
        {
            place.Pass(TimeSpan.FromHours(1));
            place.Change("o1", new { stage });
            Everybody(First, stage == "NEW" ? 0 : 1);
        }

        void Everybody(long xp, long deals)
        {
            foreach (var device in new[] { one, two, one }) device.Synced();
            Assert.Equal((xp, deals), (place.World.RemoteXp("Ana"), place.RemoteDeals("Ana")));
            foreach (var device in new[] { one, two })
            {
                Assert.Equal((xp, deals), (device.Xp("Ana"), device.Progression("Ana").ClosedDeals));
                device.AssertSound();
            }
        }
    }

    [Fact]
    public void A_deal_that_was_reopened_while_one_device_slept_counts_once_on_both()
    {
        place.Opportunity("o1");
        var (one, two) = (place.Device("one"), place.Device("two"));
        one.Synced();
        two.Synced();
        foreach (var stage in new[] { "NEW", "WON", "NEW", "WON" })
        {
            place.Pass(TimeSpan.FromHours(1));
            place.Change("o1", new { stage });
            one.Synced();
        }

        two.Synced();
        place.Change("o1", new { stage = "NEW" });
        two.Synced();
        one.Synced();

        Assert.Equal((0, 0, 0), (one.Progression("Ana").ClosedDeals, two.Progression("Ana").ClosedDeals, place.RemoteDeals("Ana")));
    }

    [Fact]
    public void A_new_store_takes_over_from_one_that_is_gone()
    {
        place.Opportunity("o1");
        place.Opportunity("o2");
        var old = place.Device("old");
        old.Synced();
        place.Pass(TimeSpan.FromHours(1));
        place.Change("o1", new { stage = "NEW" });
        old.Synced();
        var young = place.Device("young");
        young.Synced();
        Assert.Equal((First + 300, 1), (young.Xp("Ana"), young.Progression("Ana").ClosedDeals));

        place.Pass(TimeSpan.FromHours(1));
        place.Change("o2", new { stage = "LOST" });
        young.Synced();
        Assert.Equal((0, 0), (young.Progression("Ana").ClosedDeals, place.RemoteDeals("Ana")));
        place.Change("o1", new { stage = "WON" });
        young.Synced();
        Assert.Equal((First + 300, 1, 1), (young.Xp("Ana"), young.Progression("Ana").ClosedDeals, place.RemoteDeals("Ana")));
        young.AssertSound();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_deal_in_the_bin_or_deleted_for_good_counts_no_more(bool inBin)
    {
        place.Opportunity("o1");
        var device = place.Device("one");
        device.Synced();
        place.Pass(TimeSpan.FromHours(1));
        place.Trash("o1");
        // What is emptied from the bin before anybody looked is missed by a whole reading.
        if (inBin) device.Synced();
        else device.Sync(full: true);
        Assert.Equal((0, First), (device.Progression("Ana").ClosedDeals, device.Xp("Ana")));

        place.Trash("o1", isIn: false);
        device.Synced();
        Assert.Equal((1, First), (device.Progression("Ana").ClosedDeals, device.Xp("Ana")));
    }

    [Fact]
    public void A_deal_that_is_given_to_another_rep_counts_there_and_stays_paid_where_it_was()
    {
        place.Opportunity("o1");
        var (one, two) = (place.Device("one"), place.Device("two"));
        one.Synced();
        place.Pass(TimeSpan.FromHours(1));
        place.Change("o1", new { ownerId = SyncWorld.Id("Ben") });
        foreach (var device in new[] { one, two, one, two }) device.Synced();

        foreach (var device in new[] { one, two })
        {
            Assert.Equal((0, First, 1, First), (device.Progression("Ana").ClosedDeals, device.Xp("Ana"), device.Progression("Ben").ClosedDeals, device.Xp("Ben")));
            device.AssertSound();
        }

        Assert.Equal((0, 1), (place.RemoteDeals("Ana"), place.RemoteDeals("Ben")));
    }

    [Fact]
    public void A_deal_whose_date_lies_ahead_counts_when_it_was_won()
    {
        place.Opportunity("o1", closed: "2026-12-24T10:00:00Z");
        var device = place.Device("one");

        device.Synced();

        Assert.Equal((1, First), (device.Progression("Ana").ClosedDeals, device.Xp("Ana")));
        Assert.Equal(new DateOnly(2026, 9, 30), RepActivities.List(device.Store).Single().Day);
    }

    [Fact]
    public void An_appointment_is_held_once_its_time_has_passed()
    {
        place.Visit("past", "2026-09-29T10:00:00Z");
        place.Visit("canceled", "2026-09-29T10:00:00Z", isCanceled: true);
        place.Visit("ahead", "2026-10-02T10:00:00Z");
        var device = place.Device("one");
        device.Synced();
        Assert.Equal(50, device.Xp("Ana"));
        place.Pass(TimeSpan.FromDays(1));
        device.Synced();
        Assert.Equal(50, device.Xp("Ana"));

        place.Pass(TimeSpan.FromDays(3));
        device.Synced();

        Assert.Equal((100, 100), (device.Xp("Ana"), place.World.RemoteXp("Ana")));
        Assert.Equal(["2026-09-29", "2026-10-02"], RepActivities.List(device.Store).Select(a => $"{a.Day:yyyy-MM-dd}"));
    }

    [Fact]
    public void What_names_no_rep_or_no_time_counts_for_nobody_and_is_said()
    {
        place.Opportunity("o1", rep: null);
        place.Opportunity("o2", rep: "a stranger");
        place.Opportunity("o3", closed: null);
        var device = place.Device("one");

        var result = device.Synced();

        Assert.Equal(0, device.Xp("Ana"));
        Assert.Contains(result.Messages, m => m.StartsWith("twenty.deals: 3 of opportunities count for nobody, as ownerId names no rep or closeDate no time, e.g. "));
    }

    [Theory]
    [InlineData("""{ "object": "oportunities", "owner": "ownerId", "at": "closeDate", "when": { "stage": ["WON"] } }""", "there is no object oportunities.")]
    [InlineData("""{ "object": "opportunity", "owner": "ownerId", "at": "closeDate", "when": { "stage": ["WON"] } }""", "there is no object opportunity.")]
    [InlineData("""{ "object": "opportunities", "owner": "owner", "at": "closeDate", "when": { "stage": ["WON"] } }""", "opportunities has no field owner.")]
    [InlineData("""{ "object": "opportunities", "owner": "ownerId", "at": "closedAt", "when": { "stage": ["WON"] } }""", "opportunities has no field closedAt.")]
    [InlineData("""{ "object": "opportunities", "owner": "createdBy.member", "at": "closeDate", "when": { "stage": ["WON"] } }""", "opportunities has no field createdBy.member.")]
    public void What_is_not_there_stops_only_its_own_mapping(string deals, string message)
    {
        place.Opportunity("o1");
        place.Visit("past", "2026-09-27T10:00:00Z");
        place.World.Note("Ana", "Call - NO_ANSWER | 0:12", "2026-09-30T10:00:00");
        var device = place.Device("one");
        device.Set("twenty.deals", deals);

        var result = device.Sync();

        Assert.Equal(SyncOutcome.Partly, result.Status);
        Assert.Contains(result.Messages, m => m.StartsWith($"twenty.deals: At 127.0.0.1:4001 {message}"));
        Assert.Equal((77, 0), (place.World.RemoteXp("Ana"), place.RemoteDeals("Ana")));
        var status = CrmSyncStatuses.Get(device.Store, place.World.Host).Single();
        Assert.Equal("Unmapped", status.ErrorId);
        Assert.Contains("Set-ProgressSetting", status.NextStep);

        device.Set("twenty.deals", OutcomePlace.Deals);
        device.Synced();
        Assert.Equal((77 + First, 1), (place.World.RemoteXp("Ana"), place.RemoteDeals("Ana")));
    }

    [Fact]
    public void A_field_that_is_dropped_later_takes_nothing_away()
    {
        place.Visit("past", "2026-09-29T10:00:00Z");
        place.Opportunity("o1");
        var device = place.Device("one");
        device.Synced();
        place.World.Twenty.DropField("visit", "isCanceled");
        place.Pass(TimeSpan.FromHours(1));
        place.Opportunity("o2");

        var result = device.Sync();

        Assert.Equal(SyncOutcome.Partly, result.Status);
        Assert.Contains(result.Messages, m => m.StartsWith("twenty.appointments: At 127.0.0.1:4001 visits has no field isCanceled."));
        Assert.Equal((2, First + 350), (device.Progression("Ana").ClosedDeals, device.Xp("Ana")));
        Assert.All(RepActivities.List(device.Store), a => Assert.Equal(EntryStatus.Recorded, a.Status));
    }

    [Fact]
    public void Another_mapping_reads_everything_anew()
    {
        place.Opportunity("o1");
        place.Opportunity("o2", stage: "SIGNED");
        var device = place.Device("one");
        device.Synced();
        place.Pass(TimeSpan.FromDays(1));
        device.Set("twenty.deals", OutcomePlace.Deals.Replace("\"WON\", \"CUSTOMER\"", "\"SIGNED\""));

        device.Synced();

        Assert.Equal((1, 1, First + 300), (device.Progression("Ana").ClosedDeals, place.RemoteDeals("Ana"), place.World.RemoteXp("Ana")));
    }

    [Fact]
    public void What_would_take_away_more_than_a_tenth_stops_and_asks()
    {
        foreach (var i in Enumerable.Range(0, 30)) place.Opportunity($"o{i}");
        var device = place.Device("one");
        device.Synced();
        place.Pass(TimeSpan.FromHours(1));
        foreach (var i in Enumerable.Range(0, 12)) place.Change($"o{i}", new { stage = "LOST" });

        var result = device.Sync();
        Assert.Equal((SyncOutcome.Partly, 30), (result.Status, device.Progression("Ana").ClosedDeals));
        Assert.Contains(result.Messages, m => m.StartsWith("twenty.deals: 12 of 30 are shown there no more"));

        device.Sync(force: true);
        Assert.Equal((18, 18), (device.Progression("Ana").ClosedDeals, place.RemoteDeals("Ana")));
        device.AssertSound();
    }

    [Fact]
    public void Nobody_takes_such_a_deal_back_or_enters_one_by_hand()
    {
        place.Opportunity("o1");
        var device = place.Device("one");
        device.Synced();
        var id = RepActivities.List(device.Store).Single().Id;

        Assert.Equal("ActivityOfCrm", Assert.Throws<ProgressException>(() => RepActivities.Undo(device.Store, id)).Id);
        Assert.Equal("ReservedId", Assert.Throws<ProgressException>(() => device.Did("Ana", "deal_closed", id: "crm:opportunities:x")).Id);
    }

    [Fact]
    public void The_plan_names_what_is_mapped()
    {
        var device = place.Device("one");
        device.Synced();

        var steps = CrmSync.Plan(device.Store, new SyncRequest { Connection = "twenty", Host = place.World.Host }).Select(s => s.Step).ToList();

        Assert.Contains("read opportunities that changed", steps);
        Assert.Contains("read visits that changed", steps);
    }
}
