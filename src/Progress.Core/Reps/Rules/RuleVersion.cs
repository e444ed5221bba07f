namespace Progress.Reps;

/// <summary>A rule set as it came into force: facts keep the version under which they were granted.</summary>
internal sealed class RuleVersion
{
    private readonly Dictionary<string, DispositionRule> dispositions;
    private readonly int[] callXp = new int[CallSources.Combinations];
    private readonly int[] sourceXp;

    /// <summary>Takes a rule set that <see cref="RuleSetFile"/> has checked.</summary>
    public RuleVersion(long id, DateOnly from, RuleSet set, string hash, IReadOnlyList<string>? departsFromSeed = null)
    {
        (Id, From, Set, Hash, DepartsFromSeed) = (id, from, set, hash, departsFromSeed ?? []);
        dispositions = set.Dispositions
            .SelectMany(d => (d.Synonyms ?? []).Append(d.Code).Select(code => (code, d)))
            .ToDictionary(p => p.code, p => p.d, StringComparer.Ordinal);
        sourceXp = [.. CallSources.Ids.Select(id => set.Xp[id])];
        for (var mask = 0; mask < callXp.Length; mask++)
            callXp[mask] = CallSources.In((CallSource)mask).Sum(i => sourceXp[i]);
    }

    /// <summary>Number of the version, from 1.</summary>
    public long Id { get; }

    /// <summary>First local day on which it holds.</summary>
    public DateOnly From { get; }

    /// <summary>The rules.</summary>
    public RuleSet Set { get; }

    /// <summary>SHA-256 of the rules' JSON.</summary>
    public string Hash { get; }

    /// <summary>Figures in which it differs from the seed's.</summary>
    public IReadOnlyList<string> DepartsFromSeed { get; }

    /// <summary>What a disposition means, or null for one that the rules do not know.</summary>
    public DispositionRule? Disposition(string code) => dispositions.GetValueOrDefault(code);

    /// <summary>XP of a set of call sources.</summary>
    public int XpOf(CallSource sources) => callXp[(int)sources];

    /// <summary>What of the sources that a call meets is paid.</summary>
    public CallSource Paid(CallSource met)
    {
        if (Set.CallXp == CallXpPolicy.Stack || met == 0) return met;
        var best = CallSources.In(met).MaxBy(i => sourceXp[i]);
        return (CallSource)(1 << best);
    }
}
