namespace Progress.Cli;

/// <summary>What the exit code says; docs/progressctl.md.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Some items failed; they are listed.</summary>
    public const int Partly = 1;

    /// <summary>Nothing was done, or a check did not pass.</summary>
    public const int Failed = 2;

    /// <summary>Wrong usage or settings.</summary>
    public const int Usage = 3;

    /// <summary>Another instance is at work.</summary>
    public const int Busy = 75;

    /// <summary>Of many items: all failed, some, or none.</summary>
    public static int Of(long items, long failed) => failed == 0 ? Done : failed < items ? Partly : Failed;
}
