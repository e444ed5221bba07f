using System.Text.Json.Nodes;

namespace Progress.Customers;

/// <summary>The figures of a customer; spec, "Get-CustomerProgress".</summary>
internal static class CustomerRollup
{
    public static CustomerProgress Of(CustomerState state, bool explain)
    {
        var (customer, tally) = (state.Customer, state.Tally);
        var weeks = FullWeeks.Before(tally.Day);
        var (rates, gains) = (CustomerRates.Of(tally), CompetencyGains.Of(tally.Completed));
        var milestone = state.MilestoneProgress;
        string[] tools = [.. tally.Tools.Select(t => t.Tool)];
        return new CustomerProgress
        {
            CustomerId = customer.Id, Name = customer.Name, CurrentMilestone = customer.Milestone, AsOf = DateOnly.FromDayNumber(tally.Day),
            ActiveTasks = tally.Active, CompletedTasks = tally.Completed.Count, TaskCompletionRate = rates.Completion.Value,
            LastTaskCompleted = tally.Days.Count > 0 ? DateOnly.FromDayNumber(tally.Days[^1]) : null, CompetencyGains = gains,
            CompletionVelocity = rates.Velocity.Value, CompletedInWeeks = (int)rates.Velocity.Numerator, Weeks = FullWeeks.Count,
            WeeksFrom = DateOnly.FromDayNumber(weeks.First), WeeksTo = DateOnly.FromDayNumber(weeks.Last), PreferredTools = tools,
            MilestoneProgress = milestone, SuggestedMilestone = milestone?.SuggestedMilestone,
            NextRecommendedTasks = state.Recommended.Take(TaskRecommendations.DefaultTop).Select(t => t.Task.TaskName).ToList(),
            DaysSinceLastCompletion = tally.Days.Count > 0 ? tally.Day - tally.Days[^1] : null, LongestGapDays = tally.LongestGap?.Days,
            WeeksWithCompletion = (int)rates.BusyWeeks.Numerator, WeeksWithCompletionShare = rates.BusyWeeks.Value,
            PlatformToolCompletions = (int)rates.PlatformTool.Numerator, PlatformToolShare = rates.PlatformTool.Value,
            TaskProgressAnalytics = Analytics(gains, rates.Velocity.Value, tools), TaskCompetencyGains = gains.ToJson().ToJsonString(),
            Explanation = explain ? CustomerExplanation.Of(state).ToList() : null,
        };
    }

    private static string Analytics(CompetencyGains gains, double? velocity, IEnumerable<string> tools) => new JsonObject
    {
        ["competencyGains"] = gains.ToJson(),
        ["completionVelocity"] = velocity,
        ["preferredTools"] = new JsonArray([.. tools.Select(tool => JsonValue.Create(tool))]),
    }.ToJsonString();
}
