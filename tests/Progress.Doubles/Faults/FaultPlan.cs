namespace Progress.Doubles;

/// <summary>What goes wrong, for which requests: planned faults first, then by chance, seeded.</summary>
public sealed class FaultPlan(Random random)
{
    private readonly Lock gate = new();
    private readonly List<Planned> planned = [];
    private readonly List<(double Chance, Fault Fault, Func<DoubleRequest, bool> When)> chances = [];

    /// <summary>True breaks every connection, as if the server were switched off.</summary>
    public bool Down { get; set; }

    /// <summary>The fault strikes the next requests that match, and those after it in the order of the calls.</summary>
    public void Next(Fault fault, Func<DoubleRequest, bool>? when = null, int times = 1)
    {
        lock (gate)
            planned.Add(new Planned(fault, when ?? Any, times));
    }

    /// <param name="chance">0 to 1, drawn for each request that matches.</param>
    public void Sometimes(double chance, Fault fault, Func<DoubleRequest, bool>? when = null)
    {
        lock (gate)
            chances.Add((chance, fault, when ?? Any));
    }

    public void Clear()
    {
        lock (gate)
        {
            planned.Clear();
            chances.Clear();
            Down = false;
        }
    }

    internal Fault? Pick(DoubleRequest request)
    {
        lock (gate)
        {
            if (Down)
                return Fault.Drop;
            return planned.Count == 0 && chances.Count == 0 ? null : FromPlan(request) ?? ByChance(request);
        }
    }

    private static bool Any(DoubleRequest request) => true;

    private Fault? FromPlan(DoubleRequest request)
    {
        var next = planned.Find(plan => plan.When(request));
        if (next is not null && --next.Left == 0)
            planned.Remove(next);
        return next?.Fault;
    }

    private Fault? ByChance(DoubleRequest request)
    {
        foreach (var (chance, fault, when) in chances)
            if (when(request) && random.NextDouble() < chance)
                return fault;
        return null;
    }

    private sealed class Planned(Fault fault, Func<DoubleRequest, bool> when, int times)
    {
        public Fault Fault => fault;

        public Func<DoubleRequest, bool> When => when;

        public int Left { get; set; } = times;
    }
}
