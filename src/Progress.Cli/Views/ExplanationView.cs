using Progress.Reports;

namespace Progress.Cli;

/// <summary>Shows how figures came about.</summary>
internal static class ExplanationView
{
    private static readonly Table<ExplanationLine> Lines = new(
        new("Of", l => l.Of),
        new("What", l => l.What),
        new("Rule", l => l.Rule),
        new("Amount", l => l.Amount ?? (object?)(l.Denominator is null ? null : FormattableString.Invariant($"{l.Numerator:N0} of {l.Denominator:N0}")), ReportFormat.Number));

    public static void Show(Page page, IEnumerable<ExplanationLine> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0) page.Table(all, Lines);
    }
}
