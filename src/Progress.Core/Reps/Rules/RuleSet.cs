namespace Progress.Reps;

/// <summary>Everything about progression that is a figure and not a mechanism; read from versioned JSON.</summary>
/// <remarks>The embedded default holds the tables of the seed; a rate is 0–1, a length of time is in the unit its name says.</remarks>
public sealed record RuleSet
{
    /// <summary>Version of the file's shape; 1.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>What people call this rule set.</summary>
    public required string Name { get; init; }

    /// <summary>Whether a call pays every source it meets, or only the highest.</summary>
    public required CallXpPolicy CallXp { get; init; }

    /// <summary>XP of each source, by its id; also the kinds of activity that can be entered.</summary>
    public required IReadOnlyDictionary<string, int> Xp { get; init; }

    /// <summary>Other ids of sources, as older systems send them.</summary>
    public required IReadOnlyDictionary<string, string> Aliases { get; init; }

    /// <summary>Kinds that count as a dial when entered by hand.</summary>
    public required IReadOnlyList<string> DialKinds { get; init; }

    /// <summary>What a call's disposition means.</summary>
    public required IReadOnlyList<DispositionRule> Dispositions { get; init; }

    /// <summary>What makes a call short, long or early.</summary>
    public required CallRule Calls { get; init; }

    /// <summary>XP at which levels begin.</summary>
    public required LevelTable Levels { get; init; }

    /// <summary>Ranks in the order in which they are reached.</summary>
    public required IReadOnlyList<RankRule> Ranks { get; init; }

    /// <summary>Training modules.</summary>
    public required IReadOnlyList<ModuleRule> Modules { get; init; }

    /// <summary>Exams.</summary>
    public required ExamRule Exams { get; init; }

    /// <summary>What a battle pays.</summary>
    public required BattleRule Battles { get; init; }

    /// <summary>Bosses and what defeats them.</summary>
    public required IReadOnlyList<BossRule> Bosses { get; init; }

    /// <summary>Windows and tiers of the efficiency metrics.</summary>
    public required MetricRule Metrics { get; init; }

    /// <summary>Badges and their tiers.</summary>
    public required BadgeTable Badges { get; init; }

    /// <summary>Findings of the diagnosis, in the order in which they are tried.</summary>
    public required DiagnosisRule Diagnosis { get; init; }

    /// <summary>When a new rep is at risk.</summary>
    public required RiskRule Risk { get; init; }
}

/// <summary>How much of what a call earned is paid.</summary>
public enum CallXpPolicy
{
    /// <summary>Every source that the call meets.</summary>
    Stack,

    /// <summary>Only the source that pays most.</summary>
    Highest,
}

/// <summary>One disposition: its code, what else it is called, and what it says of the call.</summary>
/// <param name="Code">Upper case, words joined by <c>_</c>.</param>
/// <param name="Connected">Whether a person answered.</param>
/// <param name="Synonyms">Other codes for the same.</param>
/// <param name="Also">The source that it earns besides: a callback, an appointment or a voicemail.</param>
public sealed record DispositionRule(string Code, bool Connected, IReadOnlyList<string>? Synonyms = null, string? Also = null);

/// <summary>Bounds that sort calls.</summary>
/// <param name="ShortBelowSeconds">A call below this length is a drop.</param>
/// <param name="LongAboveSeconds">A call above this length is a conversation.</param>
/// <param name="EarlyBefore">A call before this local time is early.</param>
public sealed record CallRule(int ShortBelowSeconds, int LongAboveSeconds, TimeOnly EarlyBefore);

/// <summary>XP at which levels begin: the table, then every <paramref name="Step"/> without end.</summary>
/// <param name="Thresholds">XP of level 1, 2, …; rising, from 0.</param>
/// <param name="Step">XP from one level to the next beyond the table.</param>
public sealed record LevelTable(IReadOnlyList<long> Thresholds, long Step);

/// <summary>One training module.</summary>
/// <param name="Id">Id, e.g. <c>module_4</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Pass">Lowest score that passes, 0–1.</param>
/// <param name="Xp">XP paid once.</param>
/// <param name="Requires">Modules without which it does not count yet.</param>
public sealed record ModuleRule(string Id, string Name, double Pass, int Xp, IReadOnlyList<string>? Requires = null);

/// <summary>Exams pay nothing but the elite bonus.</summary>
/// <param name="EliteScore">Lowest score that earns <c>elite_exam_bonus</c>.</param>
/// <param name="Pass">Pass mark of each exam.</param>
/// <param name="OtherPass">Pass mark of exams that are not named.</param>
/// <param name="Aliases">Other ids of exams.</param>
public sealed record ExamRule(
    double EliteScore, IReadOnlyDictionary<string, double> Pass, double OtherPass, IReadOnlyDictionary<string, string> Aliases);

/// <summary>XP of battles.</summary>
/// <param name="MaxLevel">Highest level.</param>
/// <param name="WinPerLevel">A win pays this times the level.</param>
/// <param name="ClearedPerLevel">A win with all objections cleared pays this times the level.</param>
/// <param name="LosePerLevel">A loss pays this times the level.</param>
/// <param name="Abandon">An abandoned battle pays this.</param>
public sealed record BattleRule(int MaxLevel, int WinPerLevel, int ClearedPerLevel, int LosePerLevel, int Abandon);

/// <summary>A boss.</summary>
/// <param name="Id">Id, e.g. <c>redhawk</c>.</param>
/// <param name="Xp">XP paid once.</param>
/// <param name="DefeatedByWinAtLevel">The battle level whose win defeats it, or null where only an entry does.</param>
public sealed record BossRule(string Id, int Xp, int? DefeatedByWinAtLevel);
