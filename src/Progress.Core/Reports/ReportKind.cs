namespace Progress.Reports;

/// <summary>What a report is written as.</summary>
public enum ReportKind
{
    /// <summary>Markdown with pipe tables.</summary>
    Markdown,

    /// <summary>The report's first table as CSV, with raw values.</summary>
    Csv,

    /// <summary>One HTML file with inline SVG charts, which needs no network.</summary>
    Html,
}
