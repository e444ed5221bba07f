using System.Globalization;

namespace Progress.Reps;

/// <summary>Whether a gate passes.</summary>
public enum GateStatus
{
    /// <summary>It passes.</summary>
    Passed,

    /// <summary>It does not pass yet.</summary>
    Missing,

    /// <summary>There is nothing to judge by; it does not pass.</summary>
    NoData,
}

/// <summary>One condition of a rank, and how far a rep is from it.</summary>
/// <param name="Gate">What is asked for, e.g. <c>dials</c>, <c>modules</c>, <c>Sub30sDropRate</c>.</param>
/// <param name="Status">Whether it passes.</param>
/// <param name="Have">What the rep has; a rate is 0–1; null without data.</param>
/// <param name="Comparison"><c>≥</c>, <c>&lt;</c> or <c>&gt;</c>.</param>
/// <param name="Need">What it takes.</param>
/// <param name="Unit">What is counted, or <c>rate</c>.</param>
/// <param name="Detail">What exactly is missing, e.g. the modules.</param>
public sealed record GateState(
    string Gate, GateStatus Status, double? Have, string Comparison, double Need, string Unit, string? Detail = null)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var have = Status == GateStatus.NoData ? "no data" : Number(Have ?? 0);
        return $"{Gate} {have} of {Comparison} {Number(Need)}{(Detail is null ? "" : $" ({Detail})")}";
    }

    private string Number(double value) =>
        Unit == "rate"
            ? string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.#} %")
            : string.Create(CultureInfo.InvariantCulture, $"{value:0.##}");
}
