using Progress.Reports;

namespace Progress.Cli;

/// <summary>A column of a table for people.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Value">Takes the value from an item; null is shown as "–".</param>
/// <param name="Format">How values are shown; numbers and rates stand right.</param>
internal sealed record Column<T>(string Header, Func<T, object?> Value, ReportFormat Format = ReportFormat.Text);

/// <summary>How a list of items is shown to people.</summary>
/// <param name="Columns">The columns.</param>
internal sealed record Table<T>(params Column<T>[] Columns);

/// <summary>Facts about one thing, each with its name.</summary>
internal readonly record struct Fact(string Name, object? Value, ReportFormat Format = ReportFormat.Number);
