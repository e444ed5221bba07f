namespace Progress.Reports;

/// <summary>A value axis from a round number to a round number, with zero on it.</summary>
internal sealed class ChartScale
{
    private const int WantedSteps = 5;

    private readonly double step;

    public ChartScale(ReportChart chart)
    {
        var values = chart.Series.SelectMany(series => series.Values).OfType<double>().Append(0).ToArray();
        step = RoundStep((values.Max() - values.Min()) / WantedSteps);
        Low = Math.Floor(values.Min() / step) * step;
        High = Math.Ceiling(values.Max() / step) * step;
        if (High <= Low) High = Low + step;
    }

    public double Low { get; }

    public double High { get; }

    /// <summary>The round numbers, from the lowest up.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            var count = (int)Math.Round((High - Low) / step);
            return Enumerable.Range(0, count + 1).Select(i => Math.Round(Low + i * step, 10));
        }
    }

    /// <summary>Where a value stands between the low and the high end, 0–1.</summary>
    public double Share(double value) => (value - Low) / (High - Low);

    private static double RoundStep(double atLeast)
    {
        if (!(atLeast > 0)) return 1;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        var factor = new[] { 1d, 2, 5, 10 }.First(f => f * magnitude >= atLeast * (1 - 1e-9));
        return factor * magnitude;
    }
}
