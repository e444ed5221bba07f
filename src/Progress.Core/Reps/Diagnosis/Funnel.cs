namespace Progress.Reps;

/// <summary>A rep's calls over the diagnosis window.</summary>
internal sealed record Funnel(
    long Calls, long Dials, long Connected, long Short, long Long, long CallAppointments, long Appointments, long Voicemails,
    IReadOnlyDictionary<RepMetricName, Rate> Metrics)
{
    public static Funnel Of(DayTable days, int from, int to)
    {
        return new Funnel(
            Sum(DayField.Calls), Sum(DayField.Dials), Sum(DayField.Connected), Sum(DayField.Short), Sum(DayField.Long),
            Sum(DayField.CallAppts), Sum(DayField.Appts), Sum(DayField.Voicemails),
            Enum.GetValues<RepMetricName>().Where(m => m != RepMetricName.CadenceCompletion)
                .ToDictionary(m => m, m => MetricFormula.Over(days, m, from, to)));

        long Sum(DayField field) => days.Sum(field, from, to);
    }

    /// <summary>What becomes an appointment of what a stage lets through: the rate downstream of it.</summary>
    public Rate Downstream(DiagnosisStage stage) =>
        stage switch
        {
            DiagnosisStage.Opener => new Rate(CallAppointments, Calls - Short),
            DiagnosisStage.Voicemail or DiagnosisStage.Timing or DiagnosisStage.Engagement => new Rate(CallAppointments, Connected),
            DiagnosisStage.Closing => new Rate(1, 1),
            DiagnosisStage.Qualification => new Rate(CallAppointments, Calls),
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "is no stage"),
        };
}
