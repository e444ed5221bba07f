namespace Progress.Customers;

/// <summary>The options of the fields of tasks and customers.</summary>
public static class TaskOptions
{
    /// <summary>The status that a record has where none is given, and the only one with a date.</summary>
    public const string Completed = "completed";

    /// <summary>Being worked on.</summary>
    public const string InProgress = "in_progress";

    /// <summary>Not begun.</summary>
    public const string NotStarted = "not_started";

    /// <summary>Left out on purpose.</summary>
    public const string Skipped = "skipped";

    /// <summary>The tool of a task that needs none.</summary>
    public const string NoTool = "none";

    /// <summary>Where a record stands.</summary>
    public static OptionSet Status { get; } = new("Status", [NotStarted, InProgress, Completed, Skipped]);

    /// <summary>Where a task comes from.</summary>
    public static OptionSet Source { get; } = new("TaskSource", ["Seed_Tasks", "Series_A_Tasks", "default", "custom"]);

    /// <summary>What a task develops.</summary>
    public static OptionSet Competency { get; } = new("CompetencyArea", ["customerAnalysis", "valueCommunication", "executiveReadiness", "general"]);

    /// <summary>How urgent a task is, the most urgent first.</summary>
    public static OptionSet Priority { get; } = new("PriorityLevel", ["critical", "high", "medium", "low"]);

    /// <summary>The platform's tools.</summary>
    public static OptionSet Tool { get; } = new("PlatformToolUsed", ["icp-analysis", "financial-impact", "resource-library", NoTool]);

    /// <summary>The eight milestones, in order.</summary>
    public static OptionSet Milestone { get; } = new(
        "CurrentMilestone",
        [
            "Product_Launch", "Initial_PMF", "Key_Hires", "Scalability_Revenue",
            "User_Base", "Scaling_Product", "Revenue_Growth", "Market_Penetration",
        ]);
}
