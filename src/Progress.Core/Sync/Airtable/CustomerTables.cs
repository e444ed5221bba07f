using Progress.Customers;

namespace Progress.Sync.Airtable;

/// <summary>The tables of customers and their tasks, and the fields that sync adds to them.</summary>
/// <remarks>Source: customer-task-progress-schema.md, whose names, types and options these are; <c>SyncKey</c> is ours.</remarks>
internal static class CustomerTables
{
    public const string CustomerId = "Customer ID", TaskId = "Task ID", TaskName = "Task Name", TaskSource = "Task Source",
        StageMilestone = "Stage Milestone", CompetencyArea = "Competency Area", PriorityLevel = "Priority Level", Status = "Status",
        CompletedDate = "Completed Date", PlatformToolUsed = "Platform Tool Used", CompletionNotes = "Completion Notes",
        CompetencyImpact = "Competency Impact", ProgressId = "Progress ID", CreatedDate = "Created Date", LastUpdated = "Last Updated",
        SyncKey = "SyncKey", CurrentMilestone = "Current Milestone Category", CompletionRate = "Task Completion Rate",
        ActiveTasks = "Active Tasks Count", CompletedTasks = "Completed Tasks Count", NextTasks = "Next Recommended Tasks",
        Analytics = "Task Progress Analytics", LastCompleted = "Last Task Completed", CompetencyGains = "Task Competency Gains";

    public static TableDefinition CustomerAssets { get; } = new(
        EntityNames.CustomerAsset, "Customer Assets", CustomerId, CustomerId, "Customers and what their tasks add up to",
        [
            new(CustomerId, AirtableType.Text, "The customer's id") { IsTheirs = true, Alternatives = [AirtableType.Formula] },
            new(CurrentMilestone, AirtableType.Select, "The milestone at which the customer is") { Choices = TaskOptions.Milestone.Values },
            new(CompletionRate, AirtableType.Formula, "Completed tasks as a part of completed and active ones")
            {
                Formula = $"{{{CompletedTasks}}} / ({{{CompletedTasks}}} + {{{ActiveTasks}}})", Alternatives = [AirtableType.Percent, AirtableType.Number],
            },
            Tally(ActiveTasks, "Tasks in progress", TaskOptions.InProgress),
            Tally(CompletedTasks, "Tasks completed", TaskOptions.Completed),
            new(NextTasks, AirtableType.Selects, "Auto-populated based on milestone and competency gaps"),
            new(Analytics, AirtableType.LongText, "JSON data for task completion analytics and behavioral insights"),
            new(LastCompleted, AirtableType.RollUp, "When a task was last completed")
            {
                RollUp = new(EntityNames.TaskProgress, CompletedDate, "MAX(values)"), Alternatives = [AirtableType.Formula, AirtableType.Date],
            },
            new(CompetencyGains, AirtableType.LongText, "JSON tracking competency improvements from task completions"),
        ]);

    public static TableDefinition TaskProgress { get; } = new(
        EntityNames.TaskProgress, "Customer Task Progress", SyncKey, TaskName,
        "Customer task completions and progress within the simplified platform milestone system",
        [
            new(ProgressId, AirtableType.AutoNumber, "Unique identifier for each task progress record") { Alternatives = [AirtableType.Formula] },
            new(CustomerId, AirtableType.Link, "Links to the customer who completed the task") { LinksTo = EntityNames.CustomerAsset },
            new(TaskId, AirtableType.Text, "Reference ID from source task tables (Seed_Tasks, Series_A_Tasks, or default)"),
            new(TaskName, AirtableType.Text, "Human-readable name of the completed task"),
            Select(TaskSource, "Source table or system where task originated", TaskOptions.Source),
            new(StageMilestone, AirtableType.Text, "Milestone category (e.g., \"Initial PMF\", \"Key Hires\", \"Scalability/Revenue\")"),
            Select(CompetencyArea, "Primary competency area this task develops", TaskOptions.Competency),
            Select(PriorityLevel, "Task priority based on competency gaps", TaskOptions.Priority),
            Select(Status, "Current status of the task", TaskOptions.Status),
            new(CompletedDate, AirtableType.Date, "When the task was marked as completed"),
            Select(PlatformToolUsed, "Which platform tool was used to implement the task", TaskOptions.Tool),
            new(CompletionNotes, AirtableType.LongText, "Optional notes about task completion or implementation details"),
            new(CompetencyImpact, AirtableType.Number, "Points gained toward competency development (1-10 scale)"),
            new(CreatedDate, AirtableType.CreatedTime, "When this progress record was created") { Alternatives = [AirtableType.Formula] },
            new(LastUpdated, AirtableType.ModifiedTime, "When this record was last modified") { Alternatives = [AirtableType.Formula] },
            new(SyncKey, AirtableType.Text, "Which record of Progress this is; do not edit"),
        ])
    {
        HasGuidKeys = true, Sweep = EntityNames.TaskProgressIds,
    };

    /// <summary>The tables, those first that others link to.</summary>
    public static IReadOnlyList<TableDefinition> All { get; } = [CustomerAssets, TaskProgress];

    private static FieldDefinition Select(string name, string description, OptionSet options) =>
        new(name, AirtableType.Select, description) { Choices = options.Values };

    private static FieldDefinition Tally(string name, string description, string status) => new(name, AirtableType.RollUp, description)
    {
        RollUp = new(EntityNames.TaskProgress, Status, "COUNTA(values)", (Status, status)),
        Alternatives = [AirtableType.Count, AirtableType.Formula, AirtableType.Number],
    };
}
