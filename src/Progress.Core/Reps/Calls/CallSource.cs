using System.Numerics;

namespace Progress.Reps;

/// <summary>XP sources of one call, as bits: what its row in the store paid.</summary>
[Flags]
internal enum CallSource
{
    None = 0,
    DialMade = 1,
    CallConnected = 2,
    TwoPlusMinuteCall = 4,
    CallbackScheduled = 8,
    AppointmentSet = 16,
    VoicemailLeft = 32,
}

internal static class CallSources
{
    public const int Combinations = 64;

    /// <summary>Ids by bit.</summary>
    public static readonly string[] Ids =
    [
        XpSource.DialMade, XpSource.CallConnected, XpSource.TwoPlusMinuteCall,
        XpSource.CallbackScheduled, XpSource.AppointmentSet, XpSource.VoicemailLeft,
    ];

    /// <summary>The bits set, lowest first.</summary>
    public static IEnumerable<int> In(CallSource sources)
    {
        for (var rest = (uint)sources; rest != 0; rest &= rest - 1) yield return BitOperations.TrailingZeroCount(rest);
    }

    public static CallSource Of(string id) => (CallSource)(1 << Array.IndexOf(Ids, id));
}

/// <summary>What happened in one call, as bits: what its row in the store counts as.</summary>
[Flags]
internal enum CallOutcome
{
    None = 0,
    Connected = 1,
    Appointment = 2,
    Callback = 4,
    Voicemail = 8,
    Short = 16,
    Long = 32,
    Early = 64,
    UnknownDisposition = 128,
}
