namespace Progress.Settings;

/// <summary>When recurring work falls due.</summary>
public sealed record CadenceSettings
{
    /// <summary>The day of the week of each activity that has one.</summary>
    public CadenceDays Days { get; init; } = new();
}

/// <summary>The day of the week of each activity that has one.</summary>
public sealed record CadenceDays
{
    /// <summary>The weekly gap assessment; default Monday.</summary>
    public Weekday GapAssessment { get; init; } = Weekday.Mon;

    /// <summary>The phase report, every other week; default Friday.</summary>
    public Weekday PhaseReport { get; init; } = Weekday.Fri;

    /// <summary>The architecture review, on the month's first such day; default Monday.</summary>
    public Weekday ArchitectureReview { get; init; } = Weekday.Mon;
}
