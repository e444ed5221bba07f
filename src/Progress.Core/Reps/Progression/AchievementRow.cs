using Progress.Store;

namespace Progress.Reps;

/// <summary>A row of <c>achievement</c>.</summary>
internal sealed class AchievementRow
{
    public long Rep { get; init; }
    public string Kind { get; init; } = "";
    public string Name { get; init; } = "";
    public double? Score { get; init; }
    public long? Level { get; init; }
    public string? Outcome { get; init; }
    public long Cleared { get; init; }
    public long Passed { get; init; }
    public long At { get; init; }
    public long Day { get; init; }

    public AchievementFact ToFact() =>
        new(Enum.Parse<AchievementKind>(Kind), Name, Score, (int?)Level, Outcome, Cleared != 0, Passed != 0, StoredValues.FromMs(At), (int)Day);
}
