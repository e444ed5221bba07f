namespace Progress.Doubles;

/// <summary>A Twenty workspace in memory, as strict as the real server where that is known.</summary>
/// <param name="options">Where releases differ.</param>
/// <param name="clock">All times of the workspace come from it.</param>
/// <param name="seed">Of ids, shuffled answers and chance faults.</param>
public sealed partial class TwentyDouble(TwentyOptions? options = null, TimeProvider? clock = null, int seed = 1) : IDouble
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly Random random = new(seed);
    private readonly ApiKeys keys = new(new Random(seed + 2));
    private readonly Workspace workspace = new((options ?? new TwentyOptions()).MorphTargets);
    private TwentyRoutes? routes;
    private int writes;

    /// <summary>May be changed while the double runs; MorphTargets counts only at its start.</summary>
    public TwentyOptions Options { get; set; } = options ?? new TwentyOptions();

    public FaultPlan Faults { get; } = new(new Random(seed + 1));

    public Journal Journal { get; } = new();

    /// <summary>Mints an API key.</summary>
    /// <param name="expires">A hundred years from now by default.</param>
    public string Key(Role role = Role.Admin, DateTimeOffset? expires = null, string name = "Progress")
    {
        lock (gate)
            return keys.Mint(role, expires ?? clock.GetUtcNow().AddYears(100), name);
    }

    /// <summary>Takes any text as a key.</summary>
    public void AcceptKey(string key, Role role = Role.Admin, string name = "Progress")
    {
        lock (gate)
            keys.Accept(key, role, name);
    }

    public void RevokeKey(string key)
    {
        lock (gate)
            keys.Revoke(key);
    }

    public DoubleResponse Handle(DoubleRequest request)
    {
        lock (gate)
        {
            if (request.Path.StartsWith(ControlPath.Prefix, StringComparison.Ordinal))
                return new TwentyControl(this).Handle(request);
            var fault = Faults.Pick(request);
            var response = Answer(request, fault);
            Journal.Add(clock.GetUtcNow(), request, response, fault);
            return response;
        }
    }

    private DoubleResponse Answer(DoubleRequest request, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case FaultKind.Drop:
                return DoubleResponse.Empty(0) with { Delivery = Delivery.Nothing };
            case FaultKind.Instead:
                return fault.Answer!;
            case FaultKind.Throttle:
                return Routes.Refuse(request, fault.Form, Options, clock.GetUtcNow());
        }

        var response = Routes.Handle(request, fault, Options, Now);
        var lost = IsCommitted(request, response) && Options.DropAfterCommit > 0 && ++writes % Options.DropAfterCommit == 0;
        return (lost ? FaultKind.DropAfter : fault?.Kind) switch
        {
            FaultKind.DropAfter => response with { Delivery = Delivery.Nothing },
            FaultKind.TruncateAfter => response with { Delivery = Delivery.Half },
            FaultKind.ErrorAfter => Fault.Error500.Answer!,
            FaultKind.Delay => response with { Delay = fault!.Time },
            _ => response,
        };
    }

    internal DateTimeOffset UtcNow => clock.GetUtcNow();

    private TwentyRoutes Routes => routes ??= new TwentyRoutes(workspace, keys, random);

    private DateTime Now => Iso.Truncate(clock.GetUtcNow().UtcDateTime, Options.DateTimeGranularity);

    private static bool IsCommitted(DoubleRequest request, DoubleResponse response) =>
        request.Method != "GET" && response.Status is >= 200 and < 300
        && (request.Path != "/graphql" || request.Body.AsSpan().IndexOf("mutation"u8) >= 0);
}
