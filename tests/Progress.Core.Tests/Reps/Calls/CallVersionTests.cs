using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Reps.Calls;

public sealed class CallVersionTests
{
    private const string At = "2026-09-30T10:00:00Z";
    private const long FirstDial = 25;

    [Theory]
    [InlineData("Call - CONTACT | 0:30 | Bo", null, "Call - VOICEMAIL | 0:30 | Bo", null, 2)]
    [InlineData("Call - CONTACT | 0:30 | Bo", null, "Call - contact | 0:30 | Bo", null, 2)]
    [InlineData("Call - CONTACT | 0:30 | Bo", "2026-10-02T00:00:00Z", "Call - VOICEMAIL | 0:30", "2026-10-01T00:00:00Z", 1)]
    [InlineData("Call - CONTACT | 0:30 | Bo", "2026-10-01T00:00:00Z", "Call - VOICEMAIL | 0:30", "2026-10-01T00:00:00Z", 2)]
    [InlineData("Call - CONTACT | 0:30 | Bo", "2026-10-01T00:00:00Z", "Call - VOICEMAIL | 0:30", null, 1)]
    [InlineData("Call - CONTACT | 0:30 | Bo", "2026-10-01T02:00:00+02:00", "Call - BUSY | 0:30", "2026-10-01T00:00:00Z", 1)]
    public void Only_the_greatest_version_counts_whatever_the_order_of_arrival(string title1, string? updated1, string title2, string? updated2, int winner)
    {
        foreach (var swap in new[] { false, true })
        {
            using var store = new TestStore().Rep("Ana");
            var id = store.NextId();
            void One() => store.Note(title1, At, "Ana", id, updated1);
            void Two() => store.Note(title2, At, "Ana", id, updated2);
            if (swap) { Two(); One(); } else { One(); Two(); }
            var summary = store.Import();
            Assert.Equal(1, summary.Updated + summary.Duplicate);
            Assert.Equal(winner == 2 == swap ? 1 : 0, summary.Duplicate);
            Assert.Equal(winner == 1 ? title1 : title2, CallNotes.List(store.Store).Single().Title);
            store.AssertSound();
        }
    }

    [Fact]
    public void Equal_titles_are_decided_by_the_rep()
    {
        foreach (var swap in new[] { false, true })
        {
            using var store = new TestStore().Rep("Ana").Rep("Bo");
            var id = store.NextId();
            foreach (var rep in swap ? new[] { "Bo", "Ana", null } : [null, "Ana", "Bo"]) store.Note("Call - CONTACT | 0:30", At, rep, id);
            store.Import();
            var greater = string.CompareOrdinal(TestStore.Id("Ana").ToString(), TestStore.Id("Bo").ToString()) > 0 ? "Ana" : "Bo";
            Assert.Equal(greater, CallNotes.List(store.Store).Single().Name);
            Assert.Equal([7 + FirstDial], new[] { store.Xp("Ana"), store.Xp("Bo") }.Where(xp => xp > 0));
        }
    }

    [Fact]
    public void A_fact_of_the_same_import_is_replaced()
    {
        using var store = new TestStore().Rep("Ana");
        var id = store.NextId();
        store.Note("Call - APPOINTMENT | 3:00", At, "Ana", id).Note("Call - VOICEMAIL | 3:00", At, "Ana", id).Import();
        Assert.Equal(2 + 8 + FirstDial, store.Xp("Ana"));
        Assert.Equal(0, store.Progression("Ana").Appointments);
    }

    [Fact]
    public void Xp_of_an_earlier_import_is_never_taken_back_and_the_difference_is_in_the_audit()
    {
        using var store = new TestStore().Rep("Ana");
        var id = store.NextId();
        store.Note("Call - APPOINTMENT | 3:00", At, "Ana", id).Import();
        store.Note("Call - VOICEMAIL | 3:00", At, "Ana", id).Import();
        Assert.Equal(122 + 8 + FirstDial, store.Xp("Ana"));
        Assert.Equal((0, 1), (store.Progression("Ana").Appointments, store.Progression("Ana").Dials));
        Assert.Equal(0, store.Metric("Ana", RepMetricName.ConnectRate).Value);
        Assert.Contains("\"keptXp\":122", AuditLog.Read(store.Store, "call").First().New);
        Assert.Equal(8, CallNotes.List(store.Store).Single().Xp);
        store.Note("Call - VOICEMAIL | 9:00", At, "Ana", id).Import();
        Assert.Equal(122 + 8 + FirstDial, store.Xp("Ana"));
        AssertPaidOnce(store, "Ana");
        store.AssertSound();
    }

    [Fact]
    public void A_later_version_grants_only_what_is_new()
    {
        using var store = new TestStore().Rep("Ana");
        var id = store.NextId();
        store.Note("Call - CONTACT | 1:00", At, "Ana", id).Import();
        store.Note("Call - CONTACT | 3:00", At, "Ana", id, "2026-10-01T00:00:00Z").Import();
        Assert.Equal(22 + FirstDial, store.Xp("Ana"));
        store.Note("Call - APPOINTMENT | 3:00", At, "Ana", id, "2026-10-02T00:00:00Z").Import();
        Assert.Equal(122 + FirstDial, store.Xp("Ana"));
        AssertPaidOnce(store, "Ana");
    }

    [Fact]
    public void A_call_that_turns_out_to_be_anothers_pays_the_other_and_takes_nothing_back()
    {
        using var store = new TestStore().Rep("Ana").Rep("Bo");
        var id = store.NextId();
        store.Note("Call - CONTACT | 1:00", At, "Ana", id).Import();
        store.Note("Call - CONTACT | 1:00", At, "Bo", id, "2026-10-01T00:00:00Z").Import();
        Assert.Equal((7 + FirstDial, 7 + FirstDial), (store.Xp("Ana"), store.Xp("Bo")));
        Assert.Equal((0, 1), (store.Progression("Ana").Dials, store.Progression("Bo").Dials));
        store.Note("Call - CONTACT | 1:00", At, "Ana", id, "2026-10-02T00:00:00Z").Import();
        Assert.Equal((7 + FirstDial, 7 + FirstDial), (store.Xp("Ana"), store.Xp("Bo")));
        Assert.Equal((1, 0), (store.Progression("Ana").Dials, store.Progression("Bo").Dials));
        store.AssertSound();
    }

    [Fact]
    public void A_version_saved_later_with_the_same_content_is_a_duplicate_and_still_counts_as_later()
    {
        using var store = new TestStore().Rep("Ana");
        var id = store.NextId();
        store.Note("Call - CONTACT | 1:00", At, "Ana", id, "2026-10-01T00:00:00Z").Import();
        Assert.Equal(1, store.Note("Call - CONTACT | 1:00", At, "Ana", id, "2026-10-05T00:00:00Z").Import().Duplicate);
        Assert.Equal(1, store.Note("Call - VOICEMAIL | 1:00", At, "Ana", id, "2026-10-03T00:00:00Z").Import().Duplicate);
        Assert.StartsWith("Call - CONTACT", CallNotes.List(store.Store).Single().Title);
    }

    internal static void AssertPaidOnce(TestStore store, string rep)
    {
        var facts = RepLedger.Read(store.Store, [rep]).Select(f => f.FactId).ToList();
        Assert.Equal(facts.Distinct().Order(), facts.Order());
    }
}
