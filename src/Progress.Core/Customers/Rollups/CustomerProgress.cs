using Progress.Csv;

namespace Progress.Customers;

/// <summary>How far a customer has come by a day: the roll-ups, what Airtable stores of them, and how the customer works.</summary>
public sealed record CustomerProgress
{
    /// <summary>The customer's id.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The customer's name, where known.</summary>
    public required string? Name { get; init; }

    /// <summary>The milestone that the customer works on now, one of <see cref="TaskOptions.Milestone"/>; null where none is set.</summary>
    public required string? CurrentMilestone { get; init; }

    /// <summary>
    /// The day at whose end it stands so. What was completed later counts as nothing; what is not completed counts as it stands now.
    /// </summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Records in progress.</summary>
    public required int ActiveTasks { get; init; }

    /// <summary>Completed records.</summary>
    public required int CompletedTasks { get; init; }

    /// <summary>Completed ÷ (completed + active), 0–1; null without either.</summary>
    public required double? TaskCompletionRate { get; init; }

    /// <summary>Day of the last completion.</summary>
    public required DateOnly? LastTaskCompleted { get; init; }

    /// <summary>Points gained with completed tasks.</summary>
    public required CompetencyGains CompetencyGains { get; init; }

    /// <summary>Completed tasks a week, over <see cref="Weeks"/>; null for a customer without any record.</summary>
    public required double? CompletionVelocity { get; init; }

    /// <summary>The completed tasks that the velocity rests on.</summary>
    public required int CompletedInWeeks { get; init; }

    /// <summary>How many full weeks, Monday to Sunday, the velocity looks at: the last eight.</summary>
    public required int Weeks { get; init; }

    /// <summary>Monday of the first of these weeks.</summary>
    public required DateOnly WeeksFrom { get; init; }

    /// <summary>Sunday of the last of them.</summary>
    public required DateOnly WeeksTo { get; init; }

    /// <summary>The platform's tools that completed tasks were done with, most used first, ties by name.</summary>
    public required IReadOnlyList<string> PreferredTools { get; init; }

    /// <summary>How far the customer is in the current milestone; null where none is set.</summary>
    public required MilestoneProgress? MilestoneProgress { get; init; }

    /// <summary>The milestone to go on with, once the current one is complete; else null.</summary>
    public required string? SuggestedMilestone { get; init; }

    /// <summary>Names of the five tasks to do next, best first.</summary>
    public required IReadOnlyList<string> NextRecommendedTasks { get; init; }

    /// <summary>Days from the last completion to that day; null without any.</summary>
    public required int? DaysSinceLastCompletion { get; init; }

    /// <summary>Most days from one completion to the next; null with fewer than two.</summary>
    public required int? LongestGapDays { get; init; }

    /// <summary>How many of the weeks saw a completion.</summary>
    public required int WeeksWithCompletion { get; init; }

    /// <summary>The share of the weeks that saw a completion, 0–1; null for a customer without any record.</summary>
    public required double? WeeksWithCompletionShare { get; init; }

    /// <summary>Completed tasks that were done with a tool of the platform.</summary>
    public required int PlatformToolCompletions { get; init; }

    /// <summary>The share of completed tasks that were done with one, 0–1; null without completed tasks.</summary>
    public required double? PlatformToolShare { get; init; }

    /// <summary>JSON: <c>competencyGains</c>, <c>completionVelocity</c>, <c>preferredTools</c>, as Airtable stores them.</summary>
    public required string TaskProgressAnalytics { get; init; }

    /// <summary>JSON: points by area, as Airtable stores them; <c>general</c> only where there is some.</summary>
    public required string TaskCompetencyGains { get; init; }

    /// <summary>The records and rules behind the figures; null unless asked for.</summary>
    [CsvIgnore]
    public IReadOnlyList<ExplanationLine>? Explanation { get; init; }
}
