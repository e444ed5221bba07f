using System.Text.Json.Serialization;

namespace Progress.Reps;

/// <summary>A rank and what it takes.</summary>
/// <param name="Grade">Grade, e.g. <c>E-4</c>: what is written.</param>
/// <param name="Id">Id in older systems, e.g. <c>operative</c>: also read.</param>
/// <param name="Name">Name.</param>
/// <param name="Xp">Lowest total XP.</param>
/// <param name="Gates">All must pass.</param>
/// <param name="Aliases">Further ids that are read.</param>
public sealed record RankRule(
    string Grade, string Id, string Name, long Xp, IReadOnlyList<GateRule> Gates, IReadOnlyList<string>? Aliases = null);

/// <summary>One condition of a rank.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ModulesGate), "modules")]
[JsonDerivedType(typeof(CountGate), "count")]
[JsonDerivedType(typeof(RateGate), "rate")]
[JsonDerivedType(typeof(ExamGate), "exam")]
[JsonDerivedType(typeof(CertificationGate), "certification")]
[JsonDerivedType(typeof(ApprovalGate), "approval")]
public abstract record GateRule;

/// <summary>All these modules count.</summary>
public sealed record ModulesGate(IReadOnlyList<string> Ids) : GateRule;

/// <summary>At least so many.</summary>
public sealed record CountGate(RepCounter Of, int AtLeast) : GateRule;

/// <summary>A metric strictly below or above a rate; without data it does not pass.</summary>
public sealed record RateGate(RepMetricName Of, double? Below = null, double? Above = null) : GateRule
{
    /// <summary>Whether the rate passes.</summary>
    public bool Passes(double rate) => (Below is not { } below || rate < below) && (Above is not { } above || rate > above);
}

/// <summary>An exam with at least this score, 0–1.</summary>
public sealed record ExamGate(string Id, double Score) : GateRule;

/// <summary>A certification.</summary>
public sealed record CertificationGate(string Id) : GateRule;

/// <summary>A person's approval.</summary>
public sealed record ApprovalGate(string Id) : GateRule;

/// <summary>What is counted over a rep's whole history.</summary>
public enum RepCounter
{
    /// <summary>Calls, and dials entered by hand.</summary>
    Dials,

    /// <summary>Appointments set on calls, and those entered.</summary>
    Appointments,

    /// <summary>Closed deals.</summary>
    Deals,

    /// <summary>Distinct badges, whatever their tier.</summary>
    Badges,

    /// <summary>Distinct mentees.</summary>
    Mentees,

    /// <summary>The streak of the day.</summary>
    StreakDays,

    /// <summary>Calls before the early hour, local time.</summary>
    EarlyCalls,

    /// <summary>Objections handled.</summary>
    Objections,

    /// <summary>E-mails sent.</summary>
    Emails,
}
