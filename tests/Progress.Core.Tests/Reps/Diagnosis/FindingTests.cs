using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Diagnosis;

/// <summary>Each finding at and beside its bounds, for 1,000 calls of which only what a case is about is out of order.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData(500, false, false)]
    [InlineData(501, true, false)]
    [InlineData(700, true, false)]
    [InlineData(701, true, true)]
    public void Opener_when_more_than_half_are_dropped_and_critical_above_seventy_percent(int dropped, bool found, bool critical)
    {
        var findings = Find(dropped: dropped);
        Assert.Equal(found, findings.ContainsKey(DiagnosisStage.Opener));
        if (found) Assert.Equal((critical, "module_1"), (findings[DiagnosisStage.Opener].Critical, findings[DiagnosisStage.Opener].Rule.Training.Single()));
    }

    [Theory]
    [InlineData(99, 0, 1000, true)]
    [InlineData(100, 0, 1000, false)]
    [InlineData(99, 1, 1000, false)]
    [InlineData(7, 0, 80, true)]
    [InlineData(7, 0, 79, false)]
    public void Voicemail_when_few_connect_and_none_is_left(int connected, int voicemails, int calls, bool found)
    {
        var findings = Find(calls: calls, connected: connected, voicemails: voicemails, long2: calls, appointments: calls);
        Assert.Equal(found, findings.ContainsKey(DiagnosisStage.Voicemail));
        if (found) Assert.Equal("module_3", findings[DiagnosisStage.Voicemail].Rule.Training.Single());
    }

    [Theory]
    [InlineData(79, true)]
    [InlineData(80, false)]
    public void Timing_when_fewer_than_eight_percent_connect(int connected, bool found)
    {
        var findings = Find(connected: connected);
        Assert.Equal(found, findings.ContainsKey(DiagnosisStage.Timing));
        if (found) Assert.Equal("module_2", findings[DiagnosisStage.Timing].Rule.Training.Single());
    }

    [Theory]
    [InlineData(149, true)]
    [InlineData(150, false)]
    public void Engagement_when_fewer_than_fifteen_percent_last_two_minutes(int long2, bool found)
    {
        var findings = Find(long2: long2);
        Assert.Equal(found, findings.ContainsKey(DiagnosisStage.Engagement));
        if (found) Assert.Equal("module_4", findings[DiagnosisStage.Engagement].Rule.Training.Single());
    }

    [Theory]
    [InlineData(19, 200, 0, true)]
    [InlineData(20, 200, 0, false)]
    [InlineData(19, 80, 0, true)]
    [InlineData(19, 79, 0, false)]
    [InlineData(19, 200, 500, true)]
    [InlineData(19, 200, 501, false)]
    public void Closing_when_people_answer_and_few_appoint_unless_the_opener_is_why(int appointments, int connected, int dropped, bool found)
    {
        var findings = Find(appointments: appointments, connected: connected, dropped: dropped);
        Assert.Equal(found, findings.ContainsKey(DiagnosisStage.Closing));
        if (found) Assert.Equal(["module_4", "battles"], findings[DiagnosisStage.Closing].Rule.Training);
    }

    [Theory]
    [InlineData(100, 59, true)]
    [InlineData(100, 60, false)]
    [InlineData(5, 2, true)]
    [InlineData(4, 0, false)]
    [InlineData(0, 0, false)]
    public void Qualification_when_few_of_at_least_five_appointments_are_held(int set, int held, bool found)
    {
        var findings = Find(set: set, held: held);
        Assert.Equal(found, findings.ContainsKey(DiagnosisStage.Qualification));
        if (found) Assert.Equal(["module_0", "module_3"], findings[DiagnosisStage.Qualification].Rule.Training);
    }

    private static Dictionary<DiagnosisStage, Diagnose.Found> Find(
        int calls = 1000, int dropped = 0, int connected = 200, int voicemails = 1, int long2 = 200, int appointments = 50, int set = 100, int held = 100)
    {
        var counters = new long[DayFields.Count];
        (DayField Field, int Count)[] counts =
        [
            (DayField.Calls, calls), (DayField.Dials, calls), (DayField.Short, dropped), (DayField.Connected, connected), (DayField.Voicemails, voicemails),
            (DayField.Long, long2), (DayField.CallAppts, appointments), (DayField.Appts, set), (DayField.Held, held),
        ];
        foreach (var (field, count) in counts) DayFields.Add(counters, field, count);
        var funnel = Funnel.Of(new DayTable([(1000, counters)], 1000), 973, 1000);
        return Diagnose.Of(funnel, [funnel], RuleFiles.Default.Diagnosis, 28)!.ToDictionary(f => f.Rule.Stage);
    }
}
