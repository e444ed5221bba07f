namespace Progress.Settings;

/// <summary>How customers are judged.</summary>
public sealed record CustomerSettings
{
    /// <summary>
    /// Which milestone a stage's text means where its letters do not spell it, e.g. <c>Series A</c>: <c>Revenue_Growth</c>; whatever the
    /// text's case. Default none.
    /// </summary>
    public IReadOnlyDictionary<string, string> Milestones { get; init; } = new Dictionary<string, string>();

    /// <summary>What recommended tasks are ordered by.</summary>
    public RecommendationWeights Weights { get; init; } = new();
}

/// <summary>The weights of a recommendation's score, each 0 or more.</summary>
public sealed record RecommendationWeights
{
    /// <summary>Of the task's priority; default 4.</summary>
    public double Priority { get; init; } = 4;

    /// <summary>Of what is missing of the task's competency; default 3.</summary>
    public double Gap { get; init; } = 3;

    /// <summary>Of a task of the current milestone; default 2.</summary>
    public double Milestone { get; init; } = 2;

    /// <summary>Of a task that a preferred tool does; default 1.</summary>
    public double Tool { get; init; } = 1;
}
