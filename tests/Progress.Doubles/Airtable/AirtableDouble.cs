using System.Globalization;

namespace Progress.Doubles.Airtable;

/// <summary>Airtable bases in memory, as strict as the real service where that is known.</summary>
/// <param name="switches">What is not known for certain, and limits.</param>
/// <param name="clock">All times of the bases and of the limits come from it.</param>
/// <param name="seed">Of ids, shuffled answers and chance faults.</param>
public sealed partial class AirtableDouble(AirtableSwitches? switches = null, TimeProvider? clock = null, int seed = 1) : IDouble
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly Random random = new(seed);
    private readonly Tokens tokens = new(new Random(seed + 2));
    private readonly List<Base> bases = [];
    private readonly RateLimits limits = new();
    private readonly Iterators iterators = new();
    private AirtableRoutes? routes;
    private int writes;

    /// <summary>May be changed while the double runs.</summary>
    public AirtableSwitches Switches { get; set; } = switches ?? new AirtableSwitches();

    public FaultPlan Faults { get; } = new(new Random(seed + 1));

    public Journal Journal { get; } = new();

    /// <summary>Calls since the month began, in UTC. May be set, as if others had made them.</summary>
    public int CallsThisMonth
    {
        get
        {
            lock (gate)
                return limits.CallsThisMonth;
        }
        set
        {
            lock (gate)
                limits.CallsThisMonth = value;
        }
    }

    /// <summary>Mints a personal access token.</summary>
    public string Token(AirtableGrant? grant = null)
    {
        lock (gate)
            return tokens.Mint(grant ?? AirtableGrant.All);
    }

    /// <summary>Takes any text as a token.</summary>
    public void AcceptToken(string token, AirtableGrant? grant = null)
    {
        lock (gate)
            tokens.Accept(token, grant ?? AirtableGrant.All);
    }

    public void RevokeToken(string token)
    {
        lock (gate)
            tokens.Revoke(token);
    }

    /// <summary>Ends every list that is on its way, as a restart of the service does.</summary>
    public void ExpireIterators()
    {
        lock (gate)
            iterators.Expire();
    }

    public DoubleResponse Handle(DoubleRequest request)
    {
        lock (gate)
        {
            if (request.Path.StartsWith(ControlPath.Prefix, StringComparison.Ordinal))
                return new AirtableControl(this).Handle(request);
            var fault = Faults.Pick(request);
            var now = clock.GetUtcNow();
            var response = Answer(request, fault, now).With(("Date", now.ToString("R", CultureInfo.InvariantCulture)));
            Journal.Add(now, request, response, fault);
            return response;
        }
    }

    private DoubleResponse Answer(DoubleRequest request, Fault? fault, DateTimeOffset now)
    {
        switch (fault?.Kind)
        {
            case FaultKind.Drop:
                return DoubleResponse.Empty(0) with { Delivery = Delivery.Nothing };
            case FaultKind.Instead:
                return fault.Answer!;
            case FaultKind.Throttle:
                return AirtableAnswers.Of(RateRefusal.TooFast(TimeSpan.FromSeconds(Switches.LockSeconds)), Switches);
        }

        var response = Carry(request, fault, now);
        var lost = IsCommitted(request, response) && Switches.DropAfterCommit > 0 && ++writes % Switches.DropAfterCommit == 0;
        return (lost ? FaultKind.DropAfter : fault?.Kind) switch
        {
            FaultKind.DropAfter => response with { Delivery = Delivery.Nothing },
            FaultKind.TruncateAfter => response with { Delivery = Delivery.Half },
            FaultKind.SlowBody => response with { Delivery = Delivery.Slow, Delay = fault!.Time },
            FaultKind.ErrorAfter => AirtableFault.Error500.Answer!,
            FaultKind.Delay => response with { Delay = fault!.Time },
            _ => response,
        };
    }

    private DoubleResponse Carry(DoubleRequest request, Fault? fault, DateTimeOffset now)
    {
        try
        {
            routes ??= new AirtableRoutes(bases, tokens, limits, iterators);
            return routes.Handle(request, CallAt(now, fault));
        }
        catch (AirtableError error)
        {
            return AirtableAnswers.Of(error, Switches);
        }
    }

    private Call CallAt(DateTimeOffset now, Fault? fault = null) => new(now, Switches, new IdSource(random), random, fault);

    private static bool IsCommitted(DoubleRequest request, DoubleResponse response) =>
        request.Method != "GET" && response.Status is >= 200 and < 300 && !request.Path.TrimEnd('/').EndsWith("/listRecords", StringComparison.Ordinal);
}
