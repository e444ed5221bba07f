using Xunit;

namespace Progress.Tests;

/// <summary>
/// Three machines as processes, a workspace over real HTTP, and <c>kill -9</c> at any moment. <c>PROGRESS_FULL=1</c> runs 200 histories;
/// <c>PROGRESS_SEED</c> runs the one of a failure again, though not with its kills at the same microsecond.
/// </summary>
public sealed class SyncKillTests
{
    private const int FirstSeed = 1;
    private const int Steps = 9;

    public static TheoryData<int> Seeds => int.TryParse(Environment.GetEnvironmentVariable("PROGRESS_SEED"), out var one)
        ? [one]
        : [.. Enumerable.Range(FirstSeed, FullSize.Is ? 200 : 4)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_fact_counts_once_whenever_processes_are_killed(int seed)
    {
        using var history = new KilledHistory(seed);
        try
        {
            history.Run(Steps);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Assert.Fail($"seed {seed}: {failure.Message}\n{failure.StackTrace}\n\n{history}");
        }
    }
}
