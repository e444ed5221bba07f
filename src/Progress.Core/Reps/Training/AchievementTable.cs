using Dapper;
using Microsoft.Data.Sqlite;
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
    public long Pays { get; init; }

    public AchievementFact ToFact() =>
        new(Enum.Parse<AchievementKind>(Kind), Name, Score, (int?)Level, Outcome, Cleared != 0, Passed != 0, StoredValues.FromMs(At), (int)Day, Pays != 0);
}

/// <summary>The table of training facts.</summary>
internal static class AchievementTable
{
    /// <summary>What makes an <see cref="AchievementRow"/>, to be narrowed and put in order.</summary>
    public const string Select = "SELECT rep, kind, name, score, level, outcome, cleared, passed, at, day, pays FROM achievement";

    public static IEnumerable<AchievementRow> Read(SqliteConnection connection) =>
        connection.Query<AchievementRow>($"{Select} ORDER BY at, kind, name");

    /// <summary>A battle and a mentee are the same by their id; anything else when it happened at the same time, too.</summary>
    public static AchievementFact? Find(SqliteConnection connection, int rep, AchievementFact fact)
    {
        const string sql = $"{Select} WHERE rep = @rep AND kind = @kind AND name = @name AND (at = @at OR @kind IN ('Battle', 'Mentee'))";
        return connection
            .QueryFirstOrDefault<AchievementRow>(sql, new { rep, kind = fact.Kind.ToString(), name = fact.Name, at = fact.At.ToMs() })
            ?.ToFact();
    }

    public static void Insert(SqliteConnection connection, int rep, AchievementFact f, long audit)
    {
        const string sql = """
            INSERT INTO achievement (rep, kind, name, score, level, outcome, cleared, passed, at, day, pays, change)
            VALUES (@rep, @kind, @name, @Score, @Level, @Outcome, @Cleared, @Passed, @at, @Day, @Pays, @audit)
            """;
        connection.Execute(
            sql, new { rep, kind = f.Kind.ToString(), name = f.Name, f.Score, f.Level, f.Outcome, f.Cleared, f.Passed, at = f.At.ToMs(), f.Day, f.Pays, audit });
    }
}
