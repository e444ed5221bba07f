namespace Progress.Reps;

/// <summary>What a call counts as, and which XP sources it meets: spec, "Calls" and "XP ledger".</summary>
internal static class CallFacts
{
    public static CallOutcome Outcome(RuleVersion rules, string disposition, int seconds, TimeOnly local)
    {
        var bounds = rules.Set.Calls;
        var outcome = CallOutcome.None;
        if (rules.Disposition(disposition) is not { } rule) outcome |= CallOutcome.UnknownDisposition;
        else
        {
            if (rule.Connected) outcome |= CallOutcome.Connected;
            outcome |= rule.Also switch
            {
                XpSource.AppointmentSet => CallOutcome.Appointment,
                XpSource.CallbackScheduled => CallOutcome.Callback,
                XpSource.VoicemailLeft => CallOutcome.Voicemail,
                _ => CallOutcome.None,
            };
        }

        if (seconds < bounds.ShortBelowSeconds) outcome |= CallOutcome.Short;
        if (seconds > bounds.LongAboveSeconds) outcome |= CallOutcome.Long;
        if (local < bounds.EarlyBefore) outcome |= CallOutcome.Early;
        return outcome;
    }

    public static CallSource Sources(RuleVersion rules, CallOutcome outcome)
    {
        var met = CallSource.DialMade;
        if (outcome.HasFlag(CallOutcome.Connected)) met |= CallSource.CallConnected;
        if (outcome.HasFlag(CallOutcome.Connected) && outcome.HasFlag(CallOutcome.Long)) met |= CallSource.TwoPlusMinuteCall;
        if (outcome.HasFlag(CallOutcome.Callback)) met |= CallSource.CallbackScheduled;
        if (outcome.HasFlag(CallOutcome.Appointment)) met |= CallSource.AppointmentSet;
        if (outcome.HasFlag(CallOutcome.Voicemail)) met |= CallSource.VoicemailLeft;
        return rules.Paid(met);
    }

    /// <summary>Id of the fact that a source of a call is.</summary>
    public static string Key(Guid note, string source) => $"{KeyPrefix(note)}{source}";

    /// <summary>The note of a fact's id.</summary>
    public static Guid NoteOf(string key) => Guid.Parse(key.AsSpan(key.IndexOf(':') + 1, 36));

    public static string KeyPrefix(Guid note) => $"call:{note}:";
}
