namespace Progress.Reps;

/// <summary>What is counted for each rep and local day; the columns of <c>rep_day</c> in their order.</summary>
internal enum DayField
{
    Calls,
    Connected,
    Short,
    Long,
    CallAppts,
    ConnectedShort,
    ConnectedLong,
    ConnectedAppts,
    Early,
    Dials,
    Voicemails,
    Appts,
    Held,
    Deals,
    Emails,
    Objections,
    OwnXp,
    AwardXp,

    // What other devices and systems bring, and days on which they saw the rep at work: no fact of this store.
    ElsewhereXp,
    ElsewhereDeals,
    ElsewhereActive,
    ElsewhereDialed,
}

internal static class DayFields
{
    public static readonly string[] Columns =
        [.. Enum.GetNames<DayField>().Select(n => string.Concat(n.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{c}")).ToLowerInvariant())];

    public static readonly int Count = Columns.Length;

    /// <summary>Adds what a call counts as; <paramref name="sign"/> −1 takes it back.</summary>
    public static void AddCall(long[] day, CallOutcome outcome, long sign)
    {
        var connected = outcome.HasFlag(CallOutcome.Connected);
        Add(day, DayField.Calls, sign);
        Add(day, DayField.Dials, sign);
        if (connected) Add(day, DayField.Connected, sign);
        AddIf(day, outcome, CallOutcome.Short, DayField.Short, DayField.ConnectedShort, sign);
        AddIf(day, outcome, CallOutcome.Long, DayField.Long, DayField.ConnectedLong, sign);
        AddIf(day, outcome, CallOutcome.Appointment, DayField.CallAppts, DayField.ConnectedAppts, sign);
        if (outcome.HasFlag(CallOutcome.Appointment)) Add(day, DayField.Appts, sign);
        if (outcome.HasFlag(CallOutcome.Voicemail)) Add(day, DayField.Voicemails, sign);
        if (outcome.HasFlag(CallOutcome.Early)) Add(day, DayField.Early, sign);
    }

    /// <summary>Adds what an activity entered by hand counts as.</summary>
    public static void AddActivity(long[] day, RuleSet rules, string kind, long count)
    {
        if (rules.DialKinds.Contains(kind)) Add(day, DayField.Dials, count);
        DayField? field = kind switch
        {
            XpSource.AppointmentSet => DayField.Appts,
            XpSource.AppointmentHeld => DayField.Held,
            XpSource.DealClosed => DayField.Deals,
            XpSource.EmailSent => DayField.Emails,
            XpSource.VoicemailLeft => DayField.Voicemails,
            XpSource.ObjectionHandled => DayField.Objections,
            _ => null,
        };
        if (field is { } counted) Add(day, counted, count);
    }

    public static void Add(long[] day, DayField field, long amount) => day[(int)field] += amount;

    private static void AddIf(long[] day, CallOutcome outcome, CallOutcome flag, DayField all, DayField connected, long sign)
    {
        if (!outcome.HasFlag(flag)) return;
        Add(day, all, sign);
        if (outcome.HasFlag(CallOutcome.Connected)) Add(day, connected, sign);
    }
}
