using Polly;
using Polly.Retry;

namespace Progress.Sync;

/// <summary>How often a request is repeated, and how long that waits.</summary>
internal static class RemoteRepeats
{
    /// <summary>Most repeats of a read that failed on the way or in the service.</summary>
    public const int Failures = 3;

    /// <summary>Most repeats of a request that was refused as one too many; the gate has the wait.</summary>
    public const int Refusals = 6;

    /// <summary>A pause that a failing service asks for and that is longer is left to a later pass.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>What repeats requests of which a second one does no harm.</summary>
    public static ResiliencePipeline Reads(TimeProvider clock, Func<double> chance) =>
        New(clock).AddRetry(AfterFailure(chance)).AddRetry(AfterRefusal).Build();

    /// <summary>What repeats requests that were not carried out.</summary>
    public static ResiliencePipeline Writes(TimeProvider clock) => New(clock).AddRetry(AfterRefusal).Build();

    private static ResiliencePipelineBuilder New(TimeProvider clock) => new() { TimeProvider = clock };

    private static RetryStrategyOptions AfterRefusal { get; } = new()
    {
        ShouldHandle = new PredicateBuilder().Handle<RemoteException>(e => e.Fault == RemoteFault.Throttled),
        MaxRetryAttempts = Refusals,
        Delay = TimeSpan.Zero,
    };

    private static RetryStrategyOptions AfterFailure(Func<double> chance) => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<RemoteException>(
            e => e.Fault is RemoteFault.Unreachable or RemoteFault.ServerError or RemoteFault.BadAnswer && !(e.RetryAfter > Patience)),
        MaxRetryAttempts = Failures,
        DelayGenerator = retry =>
        {
            var (ours, theirs) = (First * (1 << retry.AttemptNumber) * chance(), (retry.Outcome.Exception as RemoteException)?.RetryAfter);
            return ValueTask.FromResult<TimeSpan?>(theirs > ours ? theirs : ours);
        },
    };
}
