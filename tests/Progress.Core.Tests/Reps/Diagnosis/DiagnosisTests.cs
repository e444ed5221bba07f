using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Diagnosis;

public sealed class DiagnosisTests
{
    /// <summary>The seed's rep: 100 calls, 20 conversations, 65 calls under 30 seconds, and no appointment.</summary>
    [Fact]
    public void The_seeds_rep_needs_opener_training_and_not_closer_training()
    {
        using var store = new TestStore().Rep("Ana");
        store.Calls("Ana", "2026-09-30T10:00", 65, "NO_ANSWER", "0:20").Calls("Ana", "2026-09-30T11:00", 15, "VOICEMAIL", "0:40")
            .Calls("Ana", "2026-09-30T12:00", 20, "CONTACT", "3:00").Import();
        var found = store.Diagnosis("Ana");
        Assert.Equal(DiagnosisStage.Opener, found[0].Finding);
        Assert.Equal((0.65, 0.5, FindingSeverity.Warning, 100), (found[0].Value, found[0].Target, found[0].Severity, found[0].Calls));
        Assert.Equal(["module_1"], found[0].Training);
        Assert.Contains("not closer training", found[0].Recommendation);
        Assert.DoesNotContain(found, f => f.Finding == DiagnosisStage.Closing);
        Assert.DoesNotContain(found, f => f.Training.Contains("battles"));
    }

    [Theory]
    [InlineData(29, DiagnosisVerdict.TooFewCalls)]
    [InlineData(30, DiagnosisVerdict.Finding)]
    public void Below_thirty_calls_there_is_nothing_else_to_say(int calls, DiagnosisVerdict verdict)
    {
        using var store = new TestStore().Rep("Ana");
        store.Calls("Ana", "2026-09-03T10:00", calls, "NO_ANSWER", "0:05").Calls("Ana", "2026-09-02T10:00", 50, "NO_ANSWER", "0:05").Import();
        store.Did("Ana", "dial", "2026-09-30T10:00", 100);
        var found = store.Diagnosis("Ana");
        Assert.All(found, f => Assert.Equal((verdict, calls, 28), (f.Verdict, f.Calls, f.Days)));
        if (verdict == DiagnosisVerdict.TooFewCalls) Assert.Null(Assert.Single(found).Finding);
        Assert.Equal(DiagnosisVerdict.Finding, store.Diagnosis("Ana", 29)[0].Verdict);
    }

    [Fact]
    public void The_window_can_be_another() => Assert.Equal(
        [DiagnosisVerdict.Finding, DiagnosisVerdict.TooFewCalls],
        new[] { 10, 9 }.Select(days =>
        {
            using var store = new TestStore().Rep("Ana");
            store.Calls("Ana", "2026-09-21T10:00", 40, "NO_ANSWER", "0:05").Import();
            return store.Diagnosis("Ana", days)[0].Verdict;
        }));

    [Fact]
    public void A_rep_at_whom_nothing_stands_out_is_told_to_go_on()
    {
        using var store = new TestStore().Rep("Ana");
        store.Calls("Ana", "2026-09-30T10:00", 60, "APPOINTMENT", "3:00").Import();
        store.Did("Ana", "appointment_held", "2026-09-30T12:00", 50);
        Assert.Equal(DiagnosisVerdict.Nothing, Assert.Single(store.Diagnosis("Ana")).Verdict);
    }

    [Fact]
    public void Findings_come_in_the_order_of_appointments_lost_each_week()
    {
        using var store = new TestStore().Rep("Ana").Rep("Bo");
        Team(store);
        var found = store.Diagnosis("Ana");
        Assert.Equal(found.OrderByDescending(f => f.LostPerWeek).Select(f => f.Finding), found.Select(f => f.Finding));
        Assert.True(found.Count > 1);
    }

    /// <summary>The loss of chapter 10: weekly calls × gap × the team median's rates downstream.</summary>
    [Fact]
    public void The_loss_is_weekly_calls_times_gap_times_the_teams_median_downstream()
    {
        using var store = new TestStore().Rep("Ana").Rep("Bo");
        Team(store);
        var opener = store.Diagnosis("Ana").Single(f => f.Finding == DiagnosisStage.Opener);
        var downstream = ((2d / 40) + (20d / 80)) / 2;
        Assert.Equal(200 / 4d * (0.8 - 0.5) * downstream, opener.LostPerWeek!.Value, 9);
        Assert.Equal((0.8 + 0.2) / 2, opener.TeamMedian!.Value, 9);
        Assert.Equal((opener.Value!.Value, FindingSeverity.Critical), (0.8, opener.Severity));
        var rate = new Rate(160, 200);
        Assert.Equal((rate.Low, rate.High), (opener.Low, opener.High));
        Assert.Contains("50 calls a week", opener.Explanation!.Single().What);
    }

    /// <summary>Ana: 160 of 200 calls short, 2 appointments; Bo: 20 of 100 short, 20 appointments.</summary>
    private static void Team(TestStore store)
    {
        store.Calls("Ana", "2026-09-10T10:00", 160, "NO_ANSWER", "0:05").Calls("Ana", "2026-09-11T10:00", 38, "CONTACT", "1:00").Calls("Ana", "2026-09-12T10:00", 2, "APPOINTMENT", "1:00")
            .Calls("Bo", "2026-09-10T10:00", 20, "NO_ANSWER", "0:05").Calls("Bo", "2026-09-11T10:00", 60, "CONTACT", "3:00").Calls("Bo", "2026-09-12T10:00", 20, "APPOINTMENT", "3:00").Import();
    }
}
