namespace Progress;

/// <summary>A rate with what it rests on; without a denominator it has no value.</summary>
/// <param name="Numerator">How many.</param>
/// <param name="Denominator">Of how many.</param>
public readonly record struct Rate(long Numerator, long Denominator)
{
    /// <summary>Normal quantile of a two-sided 95 % interval.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>0–1, or null without a denominator.</summary>
    public double? Value => Denominator > 0 ? (double)Numerator / Denominator : null;

    /// <summary>Lower end of the Wilson 95 % interval.</summary>
    public double? Low => Wilson(-1);

    /// <summary>Upper end of the Wilson 95 % interval.</summary>
    public double? High => Wilson(+1);

    private double? Wilson(int sign)
    {
        if (Denominator <= 0) return null;
        double n = Denominator, p = (double)Numerator / n, zz = Z * Z / n;
        var center = p + (zz / 2);
        var spread = Z * Math.Sqrt((p * (1 - p) / n) + (zz / (4 * n)));
        // Rounding may step over the ends that the formula has.
        var end = (center + (sign * spread)) / (1 + zz);
        return sign < 0 ? Math.Clamp(end, 0, p) : Math.Clamp(end, p, 1);
    }
}
