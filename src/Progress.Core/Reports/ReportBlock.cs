namespace Progress.Reports;

/// <summary>A piece of a section.</summary>
public abstract record ReportBlock;

/// <summary>Plain text: a line break stays one, an empty line begins a paragraph.</summary>
/// <param name="Text">The text.</param>
public sealed record ReportText(string Text) : ReportBlock;

/// <summary>A bulleted list of plain texts.</summary>
/// <param name="Items">The items.</param>
public sealed record ReportList(IReadOnlyList<string> Items) : ReportBlock;

/// <summary>A table of values; the first one of a report is what its CSV contains.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with one value a column; null is shown as "–".</param>
public sealed record ReportTable(
    IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows) : ReportBlock;

/// <summary>A column of a report's table.</summary>
/// <param name="Name">What people read.</param>
/// <param name="Format">How its values are shown.</param>
/// <param name="CsvName">What programs read, in PascalCase; by default <paramref name="Name"/>.</param>
public sealed record ReportColumn(string Name, ReportFormat Format = ReportFormat.Text, string? CsvName = null);

/// <summary>A chart of one value a category and series.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Categories">What is compared, or the points in time.</param>
/// <param name="Series">The values.</param>
/// <param name="Unit">Unit of the values, e.g. <c>XP</c>; null where the title says it.</param>
/// <param name="Format">How values are shown: <see cref="ReportFormat.Number"/> or, for rates 0–1, <see cref="ReportFormat.Percent"/>.</param>
public abstract record ReportChart(
    string Title, IReadOnlyList<string> Categories, IReadOnlyList<ReportSeries> Series, string? Unit, ReportFormat Format)
    : ReportBlock;

/// <summary>Values of a chart that belong together.</summary>
/// <param name="Name">What they are of.</param>
/// <param name="Values">One value a category; null for no data.</param>
public sealed record ReportSeries(string Name, IReadOnlyList<double?> Values);

/// <summary>A chart that compares categories: one bar a category and series.</summary>
/// <inheritdoc/>
public sealed record ReportBars(
    string Title, IReadOnlyList<string> Categories, IReadOnlyList<ReportSeries> Series, string? Unit = null,
    ReportFormat Format = ReportFormat.Number) : ReportChart(Title, Categories, Series, Unit, Format);

/// <summary>A chart of a course over time: one line a series, broken where there is no data.</summary>
/// <inheritdoc/>
public sealed record ReportLines(
    string Title, IReadOnlyList<string> Categories, IReadOnlyList<ReportSeries> Series, string? Unit = null,
    ReportFormat Format = ReportFormat.Number) : ReportChart(Title, Categories, Series, Unit, Format);
