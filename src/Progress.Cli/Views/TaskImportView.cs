using Progress.Customers;

namespace Progress.Cli;

/// <summary>Shows what an import of tasks or progress did.</summary>
internal static class TaskImportView
{
    public static void Show(Page page, TaskImportSummary summary)
    {
        page.Heading($"{(summary.WhatIf ? "Would import" : "Imported")} {summary.Source}");
        page.Facts(
            new("Read", summary.Read), new("Imported", summary.Imported), new("Changed", summary.Changed), new("Duplicate", summary.Duplicate),
            new("Invalid", summary.Invalid), new("Customers created", summary.CustomersCreated));
        if (summary.UnmappedMilestones.Count > 0)
            page.Line($"Stages that mean no milestone: {string.Join("; ", summary.UnmappedMilestones)}. The setting customers.milestones says which they mean.");
        ProblemView.Show(page, summary.Problems, summary.Invalid);
    }

    /// <summary>Partly, where rows were left out.</summary>
    public static int ExitCodeOf(TaskImportSummary summary) => summary.Invalid > 0 ? ExitCode.Partly : ExitCode.Done;
}
