using Progress.Json;

namespace Progress.Reps;

/// <summary>The diagnosis has a window, and each finding a bound on a rate of that window.</summary>
internal static class DiagnosisCheck
{
    public static void Check(DiagnosisRule rules, JsonProblems problems)
    {
        if (rules.Days < 1) problems.Add("$.diagnosis.days", $"is {rules.Days}; a window has at least 1 day");
        if (rules.MinCalls < 1) problems.Add("$.diagnosis.minCalls", $"is {rules.MinCalls}; it must be at least 1");
        for (var i = 0; i < rules.Findings.Count; i++) Finding(rules.Findings[i], $"$.diagnosis.findings[{i}]", problems);
    }

    private static void Finding(FindingRule finding, string path, JsonProblems problems)
    {
        if (finding.Metric == RepMetricName.CadenceCompletion)
            problems.Add($"{path}.metric", "cadenceCompletion has a window of its own; allowed: the metrics of calls, and showRate");
        if (finding.Above is null == finding.Below is null) problems.Add(path, "needs either above or below");
        RuleSetCheck.Rate(finding.Above, $"{path}.above", problems);
        RuleSetCheck.Rate(finding.Below, $"{path}.below", problems);
        RuleSetCheck.Rate(finding.CriticalAbove, $"{path}.criticalAbove", problems);
        RuleSetCheck.Rate(finding.MinConnectRate, $"{path}.minConnectRate", problems);
    }
}
