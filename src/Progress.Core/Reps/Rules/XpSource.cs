namespace Progress.Reps;

/// <summary>Ids of the XP sources that the mechanism itself knows; all others are rule-set data.</summary>
internal static class XpSource
{
    public const string DialMade = "dial_made";
    public const string CallConnected = "call_connected";
    public const string TwoPlusMinuteCall = "two_plus_minute_call";
    public const string CallbackScheduled = "callback_scheduled";
    public const string AppointmentSet = "appointment_set";
    public const string VoicemailLeft = "voicemail_left";
    public const string AppointmentHeld = "appointment_held";
    public const string DealClosed = "deal_closed";
    public const string EmailSent = "email_sent";
    public const string ObjectionHandled = "objection_handled";
    public const string CadenceStarted = "cadence_started";
    public const string CadenceCompleted = "cadence_completed";
    public const string FirstDialOfDay = "first_dial_of_day";
    public const string StreakDay = "streak_day";
    public const string EliteExamBonus = "elite_exam_bonus";
    public const string CertificationEarned = "certification_earned";

    public const string ModulePassed = "module_passed";
    public const string Battle = "battle";
    public const string BossDefeated = "boss_defeated";
    public const string BadgeTier = "badge_tier";

    /// <summary>What other devices and systems contributed, as the CRM tells: no fact of this store.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>Sources whose XP stands with what earns it, and that cannot be entered by hand.</summary>
    public static readonly IReadOnlyList<string> Training = [ModulePassed, Battle, BossDefeated, BadgeTier];

    /// <summary>What every rule set must price.</summary>
    public static readonly IReadOnlyList<string> Required =
    [
        DialMade, CallConnected, TwoPlusMinuteCall, CallbackScheduled, AppointmentSet, VoicemailLeft, AppointmentHeld,
        DealClosed, EmailSent, ObjectionHandled, CadenceStarted, CadenceCompleted, FirstDialOfDay, StreakDay,
        EliteExamBonus, CertificationEarned,
    ];
}
