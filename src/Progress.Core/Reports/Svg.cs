using System.Globalization;

namespace Progress.Reports;

/// <summary>Writes the few SVG elements that charts are made of; looks come from classes.</summary>
internal sealed class Svg(TextWriter writer)
{
    /// <summary>Width of every chart, in the units of its drawing.</summary>
    public const double Width = 900;

    private const double CharWidth = 6.6;
    private const char FirstWide = '\u2E80';

    public void Begin(string title, double height)
    {
        var name = HtmlReport.Encode(title);
        writer.Write($"<svg viewBox=\"0 0 {N(Width)} {N(height)}\" role=\"img\" aria-label=\"{name}\">\n<title>{name}</title>\n");
    }

    public void End() => writer.Write("</svg>\n");

    public void Line(string style, double x1, double y1, double x2, double y2) =>
        writer.Write($"<line class=\"{style}\" x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"/>\n");

    public void Text(string style, double x, double y, string text) =>
        writer.Write($"<text class=\"{style}\" x=\"{N(x)}\" y=\"{N(y)}\">{HtmlReport.Encode(text)}</text>\n");

    public void Bar(string colour, double x, double y, double width, double height, string tip) =>
        writer.Write($"<rect class=\"bar {colour}\" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" rx=\"2\">{Title(tip)}</rect>\n");

    public void Course(string colour, IEnumerable<(double X, double Y)> points) =>
        writer.Write($"<polyline class=\"course {colour}\" points=\"{string.Join(' ', points.Select(p => $"{N(p.X)},{N(p.Y)}"))}\"/>\n");

    public void Point(string colour, double x, double y, string tip) =>
        writer.Write($"<circle class=\"point {colour}\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"3\">{Title(tip)}</circle>\n");

    /// <summary>About how wide a text is drawn.</summary>
    public static double WidthOf(string text) => text.Sum(c => c >= FirstWide ? 2 * CharWidth : CharWidth);

    /// <summary>The text, cut with an ellipsis where it is wider than the room for it.</summary>
    public static string Fit(string text, double room)
    {
        if (WidthOf(text) <= room) return text;
        var parts = StringInfo.GetTextElementEnumerator(text);
        var fitting = "";
        while (parts.MoveNext() && WidthOf(fitting + parts.GetTextElement() + "…") <= room) fitting += parts.GetTextElement();
        return fitting.TrimEnd() + "…";
    }

    private static string Title(string tip) => $"<title>{HtmlReport.Encode(tip)}</title>";

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
