namespace Progress.Customers;

/// <summary>The rates of a customer, each with what it rests on.</summary>
/// <param name="Completion">Completed of completed and active.</param>
/// <param name="Velocity">Completed a week, over the last full weeks; may be above 1.</param>
/// <param name="BusyWeeks">Weeks with a completion of the last full weeks.</param>
/// <param name="PlatformTool">Completed with a tool of the platform of completed.</param>
internal readonly record struct CustomerRates(Rate Completion, Rate Velocity, Rate BusyWeeks, Rate PlatformTool)
{
    public static CustomerRates Of(TaskTally tally)
    {
        var completed = tally.Completed.Count;
        var weeks = FullWeeks.Before(tally.Day).Each.Select(week => tally.CompletedIn(week.From, week.To)).ToList();
        // Of a customer of whom nothing is known, quiet weeks say nothing.
        var known = tally.Records > 0 ? FullWeeks.Count : 0;
        return new CustomerRates(
            new Rate(completed, completed + tally.Active), new Rate(weeks.Sum(), known), new Rate(weeks.Count(n => n > 0), known),
            new Rate(tally.Completed.Count(t => t.HasTool), completed));
    }
}
