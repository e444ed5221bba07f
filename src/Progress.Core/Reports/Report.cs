namespace Progress.Reports;

/// <summary>A report before it is rendered: plain values and text, no markup.</summary>
/// <param name="Title">What it reports on.</param>
/// <param name="Subtitle">For whom, of which day or window.</param>
/// <param name="Sections">Its sections in reading order.</param>
public sealed record Report(string Title, string? Subtitle, IReadOnlyList<ReportSection> Sections);

/// <summary>A section of a report.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Blocks">Its contents in reading order.</param>
public sealed record ReportSection(string Heading, IReadOnlyList<ReportBlock> Blocks);
