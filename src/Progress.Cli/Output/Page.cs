using Progress.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Progress.Cli;

/// <summary>What a command shows to people: tables and lines; plain text where no screen is.</summary>
internal sealed class Page(Terminal terminal)
{
    private bool begun;

    public void Line(string text) => Write(new Text(Clean(Wording.Of(text))));

    /// <summary>A line to be copied, as a command or a path: never broken, however narrow the screen.</summary>
    public void Verbatim(string text)
    {
        begun = true;
        terminal.Out.WriteLine(Clean(text));
    }

    /// <summary>Begins a new part.</summary>
    public void Heading(string text)
    {
        if (begun) terminal.Out.WriteLine();
        Write(new Text(Clean(text), new Style(decoration: Decoration.Bold)));
    }

    /// <summary>A table, or <paramref name="empty"/> where there is nothing to show.</summary>
    public void Table<T>(IReadOnlyCollection<T> items, Table<T> table, string empty = "Nothing to show.")
    {
        if (items.Count == 0) Line(empty);
        else Write(Grid(table.Columns.Select(c => (c.Header, c.Format)), items.Select(item => table.Columns.Select(c => Show(c.Value(item), c.Format)))));
    }

    /// <summary>Facts about one thing, one a line.</summary>
    public void Facts(params IReadOnlyList<Fact> facts)
    {
        var format = facts.All(f => ReportValue.IsRightAligned(f.Format)) ? ReportFormat.Number : ReportFormat.Text;
        Write(Grid([("", ReportFormat.Text), ("", format)], facts.Select(f => new[] { f.Name, Show(f.Value, f.Format) })).HideHeaders());
    }

    private static Table Grid(IEnumerable<(string Header, ReportFormat Format)> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var grid = new Table { Border = TableBorder.None };
        foreach (var (header, format) in columns)
        {
            var column = new TableColumn(new Text(header, new Style(decoration: Decoration.Bold))) { Padding = new Padding(0, 0, 2, 0) };
            if (ReportValue.IsRightAligned(format)) column.RightAligned().NoWrap();
            grid.AddColumn(column);
        }

        grid.Columns[^1].Padding = new Padding(0);
        foreach (var row in rows) grid.AddRow(row.Select(cell => new Text(cell)));
        return grid;
    }

    private void Write(IRenderable part)
    {
        begun = true;
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.IsScreen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal.IsScreen ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(part);
        foreach (var line in text.ToString().TrimEnd('\n').Split('\n')) terminal.Out.WriteLine(line.TrimEnd());
    }

    private static string Show(object? value, ReportFormat format) => Clean(ReportValue.Show(value, format));

    /// <summary>Names come from elsewhere: they must not steer the terminal.</summary>
    private static string Clean(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c));
}
