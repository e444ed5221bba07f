namespace Progress.Reps;

/// <summary>A rep's calls over the diagnosis window.</summary>
internal sealed record Funnel(
    long Calls, long Dials, long Connected, long Short, long Long, long CallAppointments, long Appointments, long Voicemails,
    IReadOnlyDictionary<RepMetricName, Rate> Metrics)
{
    /// <summary>The funnel of the window that ends on the state's day.</summary>
    public static Funnel Of(RepState state, int days) => Of(state.History.Days, state.Day - days + 1, state.Day);

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

/// <summary>Everyone's funnels, against which each rep is judged; reckoned once a window, not once a rep.</summary>
internal sealed class TeamFunnels(IReadOnlyList<RepState> states)
{
    private readonly Dictionary<int, IReadOnlyList<Funnel>> byDays = [];

    public IReadOnlyList<Funnel> Over(int days)
    {
        if (!byDays.TryGetValue(days, out var funnels)) byDays[days] = funnels = [.. states.Select(state => Funnel.Of(state, days))];
        return funnels;
    }
}
