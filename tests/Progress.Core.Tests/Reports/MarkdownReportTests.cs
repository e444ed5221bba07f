using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Progress.Reports;
using Xunit;

namespace Progress.Tests.Reports;

public sealed class MarkdownReportTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private static readonly string[] Pieces =
    [
        "|", "\\", "`", "``", "*", "**", "_", "__", "[", "]", "(", ")", "[a](b)", "![a](b)", "<", ">", "<b>", "<!--", "&", "&amp;", "&#10;", "#", "# ",
        "-", "- ", "---", "+", "1.", "1) ", "=", "===", "~", "~~~", "$", ":", ":--", "--:", "\n", "\r\n", "\r", "\t", " ", "  ", "\u00A0",
        "a", "b1", "Ö", "😀", "日本", "http://x.example", "module_1", "'", "\"", "{", "}", "^", "!", "/",
    ];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces.Take(7)));

    [Fact]
    public void Any_text_in_a_cell_is_that_text_and_one_cell() =>
        Prop.ForAll(Gen.Zip(Texts, Texts).ToArbitrary(), pair =>
        {
            var (first, second) = pair;
            var table = new ReportTable([new(first), new("n", ReportFormat.Number)], [[first, 1], [second, null]]);
            var document = Parse(table);
            var cells = document.Descendants<TableCell>().Select(Plain).ToArray();
            return document.Count == 1 && cells.SequenceEqual([first, "n", first, "1", second, "–"]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_in_a_list_is_that_text_and_one_item() =>
        Prop.ForAll(Gen.Zip(Texts, Texts).ToArbitrary(), pair =>
        {
            var document = Parse(new ReportList([pair.Item1, pair.Item2]));
            var items = document.Descendants<ListItemBlock>().ToArray();
            return document.Count == 1 && items.Select(Plain).SequenceEqual([pair.Item1, pair.Item2])
                && items.All(item => item.Count == 0 || item is [ParagraphBlock]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_in_a_heading_is_that_text() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var document = Markdown.Parse(Written(new Report(text, null, [new(text, [])])), Pipeline);
            return document.All(block => block is HeadingBlock) && document.Select(Plain).SequenceEqual([text, text]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_stays_paragraphs_with_its_line_breaks() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var document = Parse(new ReportText(text));
            var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
            return document.All(block => block is ParagraphBlock) && document.SelectMany(block => Plain(block).Split('\n')).SequenceEqual(lines);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("module_1 and 50 % of R&D", "module_1 and 50 % of R&D")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`")]
    [InlineData("<b> &lt;", "\\<b> \\&lt;")]
    [InlineData("[a](b)", "\\[a\\](b)")]
    [InlineData("one\r\ntwo", "one&#13;&#10;two")]
    [InlineData(" edge ", "&#32;edge&#32;")]
    [InlineData("bell\aescape\u001B[31m\u0085", "bell␇escape␛\\[31m\uFFFD")]
    public void A_cell_is_escaped_no_more_than_needed(string text, string expected) =>
        Assert.Equal($"\n| x |\n| --- |\n| {expected} |\n", Written(new ReportTable([new("x")], [[text]])));

    [Theory]
    [InlineData(ReportFormat.Number, 1234567, "1,234,567")]
    [InlineData(ReportFormat.Number, 1.005, "1.01")]
    [InlineData(ReportFormat.Percent, 0.6449, "64.5%")]
    [InlineData(ReportFormat.Percent, 1, "100.0%")]
    [InlineData(ReportFormat.Percent, null, "–")]
    [InlineData(ReportFormat.Text, true, "yes")]
    [InlineData(ReportFormat.Text, null, "–")]
    [InlineData(ReportFormat.Text, new[] { "a", "b" }, "a, b")]
    public void Values_are_shown_by_format(ReportFormat format, object? value, string expected)
    {
        var text = Written(new ReportTable([new("x", format)], [[value]]));
        Assert.EndsWith($"\n| {expected} |\n", text);
        Assert.Contains(format is ReportFormat.Number or ReportFormat.Percent ? "| --: |" : "| --- |", text);
    }

    [Fact]
    public void A_chart_is_a_small_table() =>
        Assert.Equal(
            "\n| XP by week (XP) | Ana |\n| --- | --: |\n| W1 | 1,200 |\n| W2 | – |\n",
            Written(new ReportLines("XP by week", ["W1", "W2"], [new("Ana", [1200, null])], "XP")));

    [Fact]
    public void A_table_without_rows_says_so() =>
        Assert.Equal("\n*No data.*\n", Written(new ReportTable([new("x")], [])));

    private static MarkdownDocument Parse(ReportBlock block) => Markdown.Parse(Written(block), Pipeline);

    private static string Written(ReportBlock block)
    {
        using var writer = new StringWriter();
        MarkdownReport.Write(block, writer);
        return writer.ToString();
    }

    private static string Written(Report report)
    {
        using var writer = new StringWriter();
        ReportWriter.Write(report, ReportKind.Markdown, writer);
        return writer.ToString();
    }

    private static string Plain(Block block) => string.Concat(Nodes(block).Select(node => node switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => "\n",
        LeafInline other => $"!{other.GetType().Name}",
        LinkInline or EmphasisInline => "!markup",
        _ => "",
    }));

    private static IEnumerable<MarkdownObject> Nodes(Block block) =>
        block is LeafBlock leaf ? leaf.Inline?.Descendants() ?? [] : block.Descendants();
}
