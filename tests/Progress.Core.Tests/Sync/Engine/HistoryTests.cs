using System.Collections.Concurrent;
using Xunit;

namespace Progress.Tests;

/// <summary>Exactly once, whatever the network does: random histories, each with a seed of its own.</summary>
public sealed class HistoryTests
{
    private const int Steps = 25;

    /// <summary>One history again: the seed that a failure names.</summary>
    private static readonly int? Only = int.TryParse(Environment.GetEnvironmentVariable("PROGRESS_SEED"), out var seed) ? seed : null;

    [Fact]
    public void No_XP_is_lost_counted_twice_or_taken_back()
    {
        var failures = new ConcurrentDictionary<int, string>();
        var seeds = Only is { } seed ? [seed] : Enumerable.Range(1, Runs.Of(60, 10_000));
        Parallel.ForEach(seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, Run);
        if (failures.IsEmpty) return;
        var first = failures.MinBy(f => f.Key);
        Assert.Fail($"{failures.Count} histories failed: {string.Join(", ", failures.Keys.Order())}. PROGRESS_SEED={first.Key} repeats the first:\n{first.Value}");

        void Run(int seed)
        {
            if (Fault(seed) is { } fault) failures[seed] = fault;
        }
    }

    private static string? Fault(int seed)
    {
        using var history = new RandomHistory(seed);
        try
        {
            history.Run(Steps);
            return null;
        }
        catch (Exception fault)
        {
            return $"{fault.Message}\n{fault.StackTrace}\n{history}";
        }
    }
}
