using Progress.Json;

namespace Progress.Reps;

/// <summary>What a rule set must hold beyond its shape: nothing overlaps, nothing is named that does not exist.</summary>
internal static class RuleSetCheck
{
    private const int MaxXp = 100_000;

    private static readonly string[] Also = [XpSource.AppointmentSet, XpSource.CallbackScheduled, XpSource.VoicemailLeft];

    public static void Check(RuleSet rules, JsonProblems problems)
    {
        if (rules.SchemaVersion != 1) problems.Add("$.schemaVersion", $"is {rules.SchemaVersion}; this version of Progress reads 1");
        Xp(rules, problems);
        Dispositions(rules, problems);
        Levels(rules.Levels, problems);
        RankCheck.Check(rules, problems);
        Modules(rules, problems);
        TrainingCheck.Check(rules, problems);
        DiagnosisCheck.Check(rules.Diagnosis, problems);
        Metrics(rules.Metrics, problems);
        BadgeCheck.Check(rules, problems);
        if (rules.Calls.ShortBelowSeconds < 0) problems.Add("$.calls.shortBelowSeconds", "is negative");
        if (rules.Calls.LongAboveSeconds < rules.Calls.ShortBelowSeconds)
            problems.Add("$.calls.longAboveSeconds", "is less than shortBelowSeconds: calls would be short and long at once");
    }

    /// <summary>Reports every id that stands twice.</summary>
    public static void Unique(IEnumerable<string> ids, Func<int, string> path, JsonProblems problems)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
            if (!seen.Add(id)) problems.Add(path(i), $"\"{id}\" stands twice");
    }

    /// <summary>Reports a rate that is not between 0 and 1.</summary>
    public static void Rate(double? rate, string path, JsonProblems problems)
    {
        if (rate is < 0 or > 1) problems.Add(path, FormattableString.Invariant($"is {rate}; a rate is between 0 and 1"));
    }

    /// <summary>Reports XP that is negative, or so much that sums of it would not fit.</summary>
    public static void Xp(int xp, string path, JsonProblems problems)
    {
        if (xp < 0) problems.Add(path, $"is {xp}; XP is never negative");
        if (xp > MaxXp) problems.Add(path, $"is {xp}; one thing pays {MaxXp} XP at most");
    }

    private static void Xp(RuleSet rules, JsonProblems problems)
    {
        foreach (var source in XpSource.Required.Where(s => !rules.Xp.ContainsKey(s)))
            problems.Add("$.xp", $"\"{source}\" is missing");
        foreach (var (source, xp) in rules.Xp) Xp(xp, $"$.xp.{source}", problems);
        foreach (var (alias, source) in rules.Aliases.Where(p => !rules.Xp.ContainsKey(p.Value)))
            problems.Add($"$.aliases.{alias}", $"names \"{source}\", which is no source of $.xp");
        for (var i = 0; i < rules.DialKinds.Count; i++)
            if (!rules.Xp.ContainsKey(rules.DialKinds[i])) problems.Add($"$.dialKinds[{i}]", $"\"{rules.DialKinds[i]}\" is no source of $.xp");
    }

    private static void Dispositions(RuleSet rules, JsonProblems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Dispositions.Count; i++)
        {
            var rule = rules.Dispositions[i];
            foreach (var code in (rule.Synonyms ?? []).Prepend(rule.Code))
            {
                if (code != CallTitle.Normalize(code))
                    problems.Add($"$.dispositions[{i}]", $"\"{code}\" is not in its normal form \"{CallTitle.Normalize(code)}\"");
                if (!seen.Add(code)) problems.Add($"$.dispositions[{i}]", $"\"{code}\" stands twice");
            }

            if (rule.Also is { } also && !Also.Contains(also))
                problems.Add($"$.dispositions[{i}].also", $"is \"{also}\"; allowed: {string.Join(", ", Also)}");
        }
    }

    private static void Levels(LevelTable levels, JsonProblems problems)
    {
        if (levels.Thresholds.Count == 0 || levels.Thresholds[0] != 0)
            problems.Add("$.levels.thresholds", "must begin with 0, where level 1 begins");
        for (var i = 1; i < levels.Thresholds.Count; i++)
        {
            if (levels.Thresholds[i] <= levels.Thresholds[i - 1])
                problems.Add(
                    $"$.levels.thresholds[{i}]",
                    $"level {i + 1} begins at {levels.Thresholds[i]} XP and overlaps level {i}, which begins at {levels.Thresholds[i - 1]}; thresholds must rise");
        }

        if (levels.Step <= 0) problems.Add("$.levels.step", $"is {levels.Step}; it must be positive");
    }

    private static void Modules(RuleSet rules, JsonProblems problems)
    {
        Unique(rules.Modules.Select(m => m.Id), i => $"$.modules[{i}].id", problems);
        for (var i = 0; i < rules.Modules.Count; i++)
        {
            var module = rules.Modules[i];
            Rate(module.Pass, $"$.modules[{i}].pass", problems);
            Xp(module.Xp, $"$.modules[{i}].xp", problems);
            foreach (var id in (module.Requires ?? []).Where(id => rules.Modules.Take(i).All(m => m.Id != id)))
                problems.Add($"$.modules[{i}].requires", $"\"{id}\" is no module that stands before it");
        }
    }

    private static void Metrics(MetricRule metrics, JsonProblems problems)
    {
        foreach (var metric in Enum.GetValues<RepMetricName>().Where(m => m != RepMetricName.CadenceCompletion))
        {
            if (!metrics.Windows.TryGetValue(metric, out var days)) problems.Add("$.metrics.windows", $"{metric} is missing");
            else if (days < 1) problems.Add("$.metrics.windows", $"{metric} has {days} days; a window has at least 1");
        }

        if (metrics.Cadence.StartedAtLeastDaysAgo > metrics.Cadence.StartedAtMostDaysAgo)
            problems.Add("$.metrics.cadence", "startedAtLeastDaysAgo is more than startedAtMostDaysAgo: no cadence would count");
        foreach (var (metric, tiers) in metrics.Tiers)
        {
            double[] bounds = MetricRule.LowerIsBetter(metric)
                ? [tiers.Elite, tiers.Above, tiers.Satisfactory]
                : [tiers.Satisfactory, tiers.Above, tiers.Elite];
            if (!(bounds[0] <= bounds[1] && bounds[1] <= bounds[2])) problems.Add("$.metrics.tiers", $"the tiers of {metric} overlap");
        }
    }
}
