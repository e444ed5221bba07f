using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Drives a sync loop as its thread would, on a clock where waiting takes no time.</summary>
internal sealed class LoopDrive : IDisposable
{
    private readonly SyncWorld world;
    private readonly SyncLoop loop;

    public LoopDrive(SyncWorld world, SyncDevice device, SyncRequest? request = null, bool isDue = false)
    {
        this.world = world;
        request = (request ?? new SyncRequest { Host = world.Host }) with { Connection = "twenty" };
        loop = new SyncLoop(device.Store.Location, device.Store.Options, request, isDue);
        End = new LastMoments(world.Clock);
    }

    public LastMoments End { get; }

    public bool IsOver => loop.IsOver;

    /// <summary>When the passes of the last run began, and what came of them.</summary>
    public List<(DateTimeOffset At, SyncResult Result)> Passes { get; } = [];

    /// <summary>Runs it for some time, or until its end begins.</summary>
    /// <param name="span">How long.</param>
    /// <param name="between">Called at each of its rests.</param>
    public LoopDrive Run(TimeSpan span, Action? between = null)
    {
        Passes.Clear();
        for (var (until, steps) = (world.Clock.GetUtcNow() + span, 0); world.Clock.GetUtcNow() < until && !loop.IsOver; steps++)
        {
            Assert.True(steps < 10_000, "It does not rest.");
            Step();
            between?.Invoke();
            if (End.Begun.IsCancellationRequested) return this;
            var left = until - world.Clock.GetUtcNow();
            world.Clock.Advance(loop.Rest < left ? loop.Rest : left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        return this;
    }

    /// <summary>Runs it up to and with its next pass.</summary>
    public SyncResult RunToPass(TimeSpan limit)
    {
        Passes.Clear();
        for (var until = world.Clock.GetUtcNow() + limit; world.Clock.GetUtcNow() <= until;)
        {
            Step();
            if (Passes.Count > 0) return Passes[0].Result;
            world.Clock.Advance(loop.Rest);
        }

        throw new InvalidOperationException($"No pass within {limit}.");
    }

    public SyncResult? Finish() => loop.Finish(End);

    public void Forgive() => loop.Forgive();

    public void Dispose()
    {
        loop.Dispose();
        End.Dispose();
    }

    private void Step()
    {
        var at = world.Clock.GetUtcNow();
        if (loop.Step(End) is { } result) Passes.Add((at, result));
    }
}
