using System.Text.Json.Serialization;

namespace Progress.Reps;

/// <summary>One additive figure of a record as the remote last told it.</summary>
/// <param name="Total">The record's total.</param>
/// <param name="Claimed">What of it our devices have claimed; the rest is foreign.</param>
/// <param name="Origins">What each origin has claimed.</param>
/// <param name="Lost">What of foreign a writer who did not look has overwritten: still shown, and not pushed until somebody decides.</param>
/// <param name="Restore">What of that somebody decided to put back.</param>
internal sealed record OriginFigures(long Total, long Claimed, IReadOnlyDictionary<string, long> Origins, long Lost = 0, long Restore = 0)
{
    public static OriginFigures None { get; } = new(0, 0, new Dictionary<string, long>());

    /// <summary>What others contributed.</summary>
    [JsonIgnore]
    public long Foreign => Total - Claimed;

    /// <summary>What the remote last told ⊕ what of ours it has not acknowledged yet.</summary>
    public long Shown(IReadOnlyDictionary<string, long> local) => Total + Lost + Unclaimed(local);

    /// <summary>What of <paramref name="local"/> the record does not count yet.</summary>
    public long Unclaimed(IReadOnlyDictionary<string, long> local) =>
        local.Sum(l => Origin.Sign(l.Key) * Math.Max(0, l.Value - Origins.GetValueOrDefault(l.Key)));

    /// <summary>The figure once everything local is claimed.</summary>
    public OriginFigures Claim(IReadOnlyDictionary<string, long> local)
    {
        var added = Unclaimed(local);
        return this with { Total = Total + added, Claimed = Claimed + added, Origins = Greater(Origins, local) };
    }

    /// <summary>Records of one rep as one: what others contributed to each adds up, what we claimed in both counts once.</summary>
    public OriginFigures With(OriginFigures other)
    {
        var claimed = Claimed + Unclaimed(other.Origins);
        return new OriginFigures(Foreign + other.Foreign + claimed, claimed, Greater(Origins, other.Origins), Lost + other.Lost, Restore + other.Restore);
    }

    /// <summary>What all origins add up to.</summary>
    public static long Sum(IReadOnlyDictionary<string, long> origins) => origins.Sum(o => Origin.Sign(o.Key) * o.Value);

    private static SortedDictionary<string, long> Greater(IReadOnlyDictionary<string, long> a, IReadOnlyDictionary<string, long> b)
    {
        var result = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (key, value) in a.Concat(b)) result[key] = Math.Max(value, result.GetValueOrDefault(key));
        return result;
    }
}

/// <summary>Both additive figures of a rep.</summary>
internal sealed record ElsewhereFigures(OriginFigures Xp, OriginFigures Deals)
{
    public static ElsewhereFigures None { get; } = new(OriginFigures.None, OriginFigures.None);

    public ElsewhereFigures With(ElsewhereFigures other) => new(Xp.With(other.Xp), Deals.With(other.Deals));
}
