namespace Progress.Settings;

/// <summary>When the team works, in the plan's time zone.</summary>
public sealed record WorkingHours
{
    /// <summary>When work begins; default 09:00.</summary>
    public TimeOnly Start { get; init; } = new(9, 0);

    /// <summary>When work ends, later than <see cref="Start"/>; default 17:00.</summary>
    public TimeOnly End { get; init; } = new(17, 0);

    /// <summary>Days of the week that are worked, at least one, each once; default Monday to Friday.</summary>
    public IReadOnlyList<Weekday> Days { get; init; } = [Weekday.Mon, Weekday.Tue, Weekday.Wed, Weekday.Thu, Weekday.Fri];
}

/// <summary>A day of the week as settings write it; the values are those of <see cref="DayOfWeek"/>.</summary>
public enum Weekday
{
    /// <summary>Sunday.</summary>
    Sun = DayOfWeek.Sunday,

    /// <summary>Monday.</summary>
    Mon = DayOfWeek.Monday,

    /// <summary>Tuesday.</summary>
    Tue = DayOfWeek.Tuesday,

    /// <summary>Wednesday.</summary>
    Wed = DayOfWeek.Wednesday,

    /// <summary>Thursday.</summary>
    Thu = DayOfWeek.Thursday,

    /// <summary>Friday.</summary>
    Fri = DayOfWeek.Friday,

    /// <summary>Saturday.</summary>
    Sat = DayOfWeek.Saturday,
}
