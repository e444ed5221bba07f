namespace Progress.Reps;

/// <summary>What kind of training fact it is.</summary>
public enum AchievementKind
{
    /// <summary>A training module, with a score.</summary>
    Module,

    /// <summary>An exam, with a score.</summary>
    Exam,

    /// <summary>A certification.</summary>
    Certification,

    /// <summary>A practice battle, with level and outcome.</summary>
    Battle,

    /// <summary>A boss defeated.</summary>
    Boss,

    /// <summary>A rep who was mentored.</summary>
    Mentee,

    /// <summary>A person's approval, e.g. of <c>team_metrics</c>.</summary>
    Approval,
}
