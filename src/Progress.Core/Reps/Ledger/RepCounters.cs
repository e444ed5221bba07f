namespace Progress.Reps;

/// <summary>Where the counters of rules are kept.</summary>
internal static class RepCounters
{
    /// <summary>The count up to a day's end.</summary>
    public static long Through(DayTable days, RepCounter counter, int day) =>
        counter == RepCounter.Deals ? days.Deals(day) : days.Through(Field(counter), day);

    private static DayField Field(RepCounter counter) =>
        counter switch
        {
            RepCounter.Dials => DayField.Dials,
            RepCounter.Appointments => DayField.Appts,
            RepCounter.EarlyCalls => DayField.Early,
            RepCounter.Objections => DayField.Objections,
            RepCounter.Emails => DayField.Emails,
            _ => throw new ArgumentOutOfRangeException(nameof(counter), counter, "is not counted by day"),
        };
}
