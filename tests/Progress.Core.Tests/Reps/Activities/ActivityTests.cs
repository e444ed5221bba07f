using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Reps.Activities;

public sealed class ActivityTests
{
    private const string At = "2026-09-30T10:00";

    [Theory]
    [InlineData("dial_made", 2)]
    [InlineData("call_connected", 5)]
    [InlineData("two_plus_minute_call", 15)]
    [InlineData("callback_scheduled", 25)]
    [InlineData("appointment_set", 100)]
    [InlineData("appointment_held", 50)]
    [InlineData("deal_closed", 300)]
    [InlineData("voicemail_left", 8)]
    [InlineData("email_sent", 10)]
    [InlineData("email_reply", 30)]
    [InlineData("sms_sent", 8)]
    [InlineData("sms_reply", 20)]
    [InlineData("sms_enrollment", 35)]
    [InlineData("note_added", 3)]
    [InlineData("referral_generated", 150)]
    [InlineData("elite_exam_bonus", 100)]
    [InlineData("certification_earned", 300)]
    [InlineData("cadence_started", 0)]
    [InlineData("cadence_completed", 0)]
    [InlineData("objection_handled", 0)]
    public void A_source_pays_its_xp_times_its_count_in_one_fact(string kind, long xp)
    {
        using var store = new TestStore().Rep("Ana");
        Assert.Equal(3 * xp, store.Did("Ana", kind.ToUpperInvariant(), At, 3, "lead").Xp);
        Assert.Equal(3 * xp, store.Sources("Ana").GetValueOrDefault(kind));
        Assert.Single(RepLedger.Read(store.Store, ["Ana"], source: kind));
        store.AssertSound();
    }

    [Theory]
    [InlineData("first_dial_of_day", 25)]
    [InlineData("streak_day", 10)]
    [InlineData("streak_bonus", 10)]
    public void What_a_day_pays_once_is_paid_once_however_it_is_entered(string kind, long xp)
    {
        using var store = new TestStore().Rep("Ana");
        store.Did("Ana", kind, At);
        store.Did("Ana", kind, "2026-09-30T11:00");
        Assert.Equal(xp, store.Xp("Ana"));
        store.Call("Ana", "2026-09-29T10:00").Call("Ana", At).Import();
        Assert.Equal((50, 10), (store.Sources("Ana")["first_dial_of_day"], store.Sources("Ana")["streak_day"]));
        Assert.Equal("InvalidCount", Assert.Throws<ProgressException>(() => store.Did("Ana", kind, At, 2)).Id);
        store.AssertSound();
    }

    [Theory]
    [InlineData("dial", "dial_made")]
    [InlineData("connect", "call_connected")]
    [InlineData("voicemail", "voicemail_left")]
    [InlineData("appointment", "appointment_set")]
    [InlineData("email_replied", "email_reply")]
    [InlineData("sms_replied", "sms_reply")]
    [InlineData("referral", "referral_generated")]
    [InlineData("streak_bonus", "streak_day")]
    public void An_alias_is_read_and_its_source_written(string alias, string kind)
    {
        using var store = new TestStore().Rep("Ana");
        Assert.Equal(kind, store.Did("Ana", alias, At).Kind);
    }

    [Theory]
    [InlineData("dial_made", 1)]
    [InlineData("call_connected", 1)]
    [InlineData("two_plus_minute_call", 1)]
    [InlineData("callback_scheduled", 1)]
    [InlineData("voicemail_left", 1)]
    [InlineData("email_sent", 0)]
    [InlineData("appointment_held", 0)]
    [InlineData("note_added", 0)]
    public void Call_kinds_entered_by_hand_are_dials_and_the_rates_rest_on_calls_alone(string kind, long dials)
    {
        using var store = new TestStore().Rep("Ana");
        store.Did("Ana", kind, At);
        Assert.Equal(dials, store.Progression("Ana").Dials);
        Assert.Null(store.Progression("Ana").ConnectRate);
        Assert.Equal(dials > 0, store.Sources("Ana").ContainsKey("first_dial_of_day"));
    }

    [Theory]
    [InlineData("nonsense", 1, "UnknownActivityKind")]
    [InlineData("module_passed", 1, "UnknownActivityKind")]
    [InlineData("dial", 0, "InvalidCount")]
    [InlineData("dial", -5, "InvalidCount")]
    [InlineData("dial", int.MaxValue, "InvalidCount")]
    public void A_bad_entry_is_refused_and_the_others_are_entered(string kind, int count, string error)
    {
        using var store = new TestStore().Rep("Ana");
        var results = RepActivities.Add(store.Store, [new("Ana", kind, Count: count), new("Ana", "note_added"), new("Nobody", "dial")], cancel: TestContext.Current.CancellationToken);
        Assert.Equal([error, null, "RepNotFound"], results.Select(r => r.Error?.Id));
        Assert.Equal(3, store.Xp("Ana"));
        store.AssertSound();
    }

    [Fact]
    public void An_id_enters_once_and_stands_for_one_thing()
    {
        using var store = new TestStore().Rep("Ana");
        store.Did("Ana", "deal_closed", At, id: "d1");
        Assert.Equal(EntryStatus.Duplicate, store.Did("Ana", "deal_closed", At, id: "d1").Status);
        Assert.Equal("ActivityConflict", Assert.Throws<ProgressException>(() => store.Did("Ana", "deal_closed", At, 2, id: "d1")).Id);
        Assert.Equal(1, store.Progression("Ana").ClosedDeals);
    }

    [Fact]
    public void Undoing_corrects_counters_and_gates_and_leaves_the_xp()
    {
        using var store = new TestStore().Rep("Ana");
        store.Did("Ana", "deal_closed", At, 5, id: "d1");
        var before = store.Xp("Ana");
        Assert.Equal(EntryStatus.Undone, RepActivities.Undo(store.Store, "d1").Status);
        RepActivities.Undo(store.Store, "d1");
        Assert.Equal((before, 0), (store.Xp("Ana"), store.Progression("Ana").ClosedDeals));
        Assert.Contains("closer.bronze", store.Progression("Ana").Badges);
        Assert.Equal("because", AuditLog.Read(store.Store, "activity").First().Reason);
        Assert.Equal("ActivityNotFound", Assert.Throws<ProgressException>(() => RepActivities.Undo(store.Store, "d2")).Id);
        store.AssertSound();
    }

    [Fact]
    public void Nothing_is_undone_without_a_reason()
    {
        using var store = new TestStore().Rep("Ana");
        store.Did("Ana", "deal_closed", At, id: "d1");
        using var hasty = ProgressStore.Open(store.Store.Location, store.Store.Options with { Reason = " " });
        Assert.Equal("ReasonRequired", Assert.Throws<ProgressException>(() => RepActivities.Undo(hasty, "d1")).Id);
        Assert.Equal(1, store.Progression("Ana").ClosedDeals);
    }
}
