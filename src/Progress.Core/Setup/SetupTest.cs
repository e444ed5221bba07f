namespace Progress.Setup;

/// <summary>How one topic of the setup stands.</summary>
public enum SetupStatus
{
    /// <summary>In order.</summary>
    Ok,

    /// <summary>Works, and can be better.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Problem,
}

/// <summary>One topic of the setup.</summary>
/// <param name="Topic">What was looked at, e.g. <c>store</c>.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Detail">What was found.</param>
/// <param name="NextStep">What to do next; null where nothing is to be done.</param>
public sealed record SetupFinding(string Topic, SetupStatus Status, string Detail, string? NextStep);

/// <summary>Whether Progress is set up to work here.</summary>
/// <param name="Passed">Whether nothing stands in the way.</param>
/// <param name="Findings">By topic.</param>
public sealed record SetupTest(bool Passed, IReadOnlyList<SetupFinding> Findings)
{
    /// <summary>0 when nothing stands in the way, else 2.</summary>
    public int ExitCode => Passed ? 0 : 2;
}
