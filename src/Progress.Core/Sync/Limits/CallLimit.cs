namespace Progress.Sync;

/// <summary>How often a remote may be called.</summary>
/// <param name="PerMinute">Calls a minute that it allows; null without a limit.</param>
/// <param name="Burst">Calls that may follow each other at once after a pause.</param>
/// <param name="Pace">The part of the limit that we use, greater than 0 and up to 1: others call, too.</param>
internal sealed record CallLimit(double? PerMinute, int Burst, double Pace)
{
    /// <summary>The part of a limit that is used where nobody says otherwise.</summary>
    public const double DefaultPace = 0.8;

    /// <summary>A guess goes no lower, since it may be wrong; in calls a minute.</summary>
    public const double LeastGuess = 10;

    /// <summary>Calls a minute that no pace exceeds; null without such an end.</summary>
    public double? Most { get; init; }

    /// <summary>Calls that a calendar month (UTC) has; null without a quota.</summary>
    public int? PerMonth { get; init; }

    /// <summary>The limit that holds beside one that was learnt.</summary>
    public double? With(double? learnt) => PerMinute is { } stated ? Math.Min(stated, learnt ?? stated) : learnt;

    /// <summary>How calls follow each other beside a limit that was learnt; null without any limit.</summary>
    public CallPace? PaceWith(double? learnt) => With(learnt) is { } limit
        ? new CallPace(Math.Min(limit * Pace, Most ?? double.PositiveInfinity), Math.Max(1, Burst)) : null;

    /// <summary>What a refusal teaches.</summary>
    /// <param name="learnt">What was learnt before.</param>
    /// <param name="named">The limit that the refusal names. One that is not lower than ours says that somebody else calls, too.</param>
    public double? Learn(double? learnt, double? named) => (With(learnt), named) switch
    {
        (null, _) => named,
        ({ } present, { } limit) => limit < present ? limit : learnt,
        ({ } present, null) => Math.Min(present, Math.Max(LeastGuess, present * 3 / 4)),
    };
}
