namespace Progress.Store;

/// <summary>One thing that was checked.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Passed">Whether it is in order.</param>
/// <param name="Detail">What was found; of a fault the first few.</param>
public sealed record StoreCheckResult(string Name, bool Passed, string Detail);

/// <summary>Whether a store is sound.</summary>
/// <param name="Path">The store.</param>
/// <param name="Version">Version of its tables.</param>
/// <param name="Passed">Whether everything is in order.</param>
/// <param name="Checks">What was checked.</param>
public sealed record StoreTest(string Path, int Version, bool Passed, IReadOnlyList<StoreCheckResult> Checks)
{
    /// <summary>0 when everything is in order, else 2.</summary>
    public int ExitCode => Passed ? 0 : 2;
}
