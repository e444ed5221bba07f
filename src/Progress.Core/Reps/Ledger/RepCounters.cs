namespace Progress.Reps;

/// <summary>Where the counters of rules are kept.</summary>
internal static class RepCounters
{
    public static DayField Field(RepCounter counter) =>
        counter switch
        {
            RepCounter.Dials => DayField.Dials,
            RepCounter.Appointments => DayField.Appts,
            RepCounter.Deals => DayField.Deals,
            RepCounter.EarlyCalls => DayField.Early,
            RepCounter.Objections => DayField.Objections,
            RepCounter.Emails => DayField.Emails,
            _ => throw new ArgumentOutOfRangeException(nameof(counter), counter, "is not counted by day"),
        };
}
