namespace Progress.Customers;

/// <summary>A customer's progress records as they count at the end of a day.</summary>
/// <remarks>
/// A record that was completed later counts as nothing: whether it was in progress by then is not kept. One that is not completed
/// counts as it stands now, one without a date as completed by then.
/// </remarks>
internal sealed class TaskTally
{
    private readonly List<CountedTask> completed = [];
    private readonly Dictionary<string, string> statuses;

    public TaskTally(IReadOnlyCollection<CountedTask> records, int day)
    {
        Day = day;
        statuses = new(records.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var record in records) Add(record);
        completed.Sort((a, b) => Nullable.Compare(a.Day, b.Day) is var order and not 0 ? order : NaturalOrder.Instance.Compare(a.Label, b.Label));
        Days = [.. completed.Select(t => t.Day).OfType<int>().Distinct()];
        Tools =
        [
            .. completed.Where(t => t.HasTool).GroupBy(t => t.Tool!, StringComparer.Ordinal)
                .Select(g => (Tool: g.Key, Count: g.Count()))
                .OrderByDescending(t => t.Count).ThenBy(t => t.Tool, StringComparer.Ordinal),
        ];
    }

    /// <summary>The day.</summary>
    public int Day { get; }

    /// <summary>Records that count, whatever their status.</summary>
    public int Records { get; private set; }

    /// <summary>Records completed after the day, which count as nothing.</summary>
    public int Later { get; private set; }

    /// <summary>Records in progress.</summary>
    public int Active { get; private set; }

    /// <summary>Completed records, the earliest first.</summary>
    public IReadOnlyList<CountedTask> Completed => completed;

    /// <summary>Days with a completion, the earliest first.</summary>
    public IReadOnlyList<int> Days { get; }

    /// <summary>The most days from one completion to the next, the first of several as long; null with fewer than two.</summary>
    public (int From, int To, int Days)? LongestGap => completed.Count(t => t.Day is not null) < 2
        ? null
        : Days.Zip(Days.Skip(1), (from, to) => (from, to, to - from)).Append((Days[^1], Days[^1], 0)).MaxBy(gap => gap.Item3);

    /// <summary>Tools of completed tasks, most used first, ties by name.</summary>
    public IReadOnlyList<(string Tool, int Count)> Tools { get; }

    public bool IsCompleted(string task) => statuses.GetValueOrDefault(task) == TaskOptions.Completed;

    public bool IsSkipped(string task) => statuses.GetValueOrDefault(task) == TaskOptions.Skipped;

    public bool IsActive(string task) => statuses.GetValueOrDefault(task) == TaskOptions.InProgress;

    /// <summary>How many were completed in a span of days, both included.</summary>
    public int CompletedIn(int from, int to) => completed.Count(t => t.Day >= from && t.Day <= to);

    private void Add(CountedTask record)
    {
        var isCompleted = record.Status == TaskOptions.Completed;
        if (isCompleted && record.Day > Day)
        {
            Later++;
            return;
        }

        Records++;
        if (isCompleted) completed.Add(record);
        else if (record.Status == TaskOptions.InProgress) Active++;
        if (record.TaskId is { } task && Weight(record.Status) > Weight(statuses.GetValueOrDefault(task))) statuses[task] = record.Status;
    }

    /// <summary>Of two records of one task, made apart in Airtable, the one that went further says where the task stands.</summary>
    private static int Weight(string? status) => status switch
    {
        TaskOptions.Completed => 4,
        TaskOptions.Skipped => 3,
        TaskOptions.InProgress => 2,
        null => 0,
        _ => 1,
    };
}
