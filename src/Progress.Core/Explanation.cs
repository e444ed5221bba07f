namespace Progress;

/// <summary>One line of how a figure came about; the lines of a figure add up to it.</summary>
/// <param name="Of">The figure, e.g. <c>TotalXp</c>.</param>
/// <param name="What">The facts, e.g. <c>120 × dial_made</c>.</param>
/// <param name="Rule">The rule behind them.</param>
/// <param name="Amount">What they contribute: XP, tasks or points; of a gate 1 where it passes and 0 where not; null of a rate.</param>
/// <param name="Numerator">Of a rate, what they add above the line.</param>
/// <param name="Denominator">Of a rate, what they add below the line.</param>
public sealed record ExplanationLine(
    string Of, string What, string Rule, decimal? Amount = null, long? Numerator = null, long? Denominator = null);
