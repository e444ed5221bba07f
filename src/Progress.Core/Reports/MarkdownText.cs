using System.Text;
using System.Text.RegularExpressions;

namespace Progress.Reports;

/// <summary>Escapes plain text for Markdown (CommonMark with pipe tables), no more than needed, so that the source stays readable.</summary>
internal static partial class MarkdownText
{
    private const string Active = "\\`*[]<|~";

    /// <summary>Text in a place of one line: a heading, a list item, a table cell.</summary>
    public static string Inline(string text)
    {
        text = PlainText.Clean(text);
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\r' or '\n' || (char.IsWhiteSpace(c) && (i == 0 || i == text.Length - 1))) escaped.Append($"&#{(int)c};");
            else if (Active.Contains(c) || IsActiveHere(text, i)) escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Inline text at the start of a block, where marks of headings, lists and quotes act too.</summary>
    public static string Block(string text)
    {
        var inline = Inline(text);
        var mark = LeadingMark().Match(inline);
        return mark.Success ? inline.Insert(mark.Length - 1, "\\") : inline;
    }

    /// <summary>Text of a heading, which closing number signs would shorten.</summary>
    public static string Heading(string text)
    {
        var inline = Block(text);
        return inline.EndsWith('#') && !inline.EndsWith("\\#", StringComparison.Ordinal) ? inline[..^1] + "\\#" : inline;
    }

    /// <summary>Paragraphs: line breaks are kept, empty lines separate.</summary>
    public static IEnumerable<string> Paragraphs(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            if (line.Trim().Length > 0)
            {
                lines.Add(Block(line.Trim()));
            }
            else if (lines.Count > 0)
            {
                yield return string.Join("\\\n", lines);
                lines.Clear();
            }
        }
    }

    private static bool IsActiveHere(string text, int i) => text[i] switch
    {
        // An underscore inside a word marks nothing: module_1 stays as it is.
        '_' => !(i > 0 && char.IsLetterOrDigit(text[i - 1]) && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])),
        '&' => Entity().IsMatch(text, i),
        _ => false,
    };

    [GeneratedRegex(@"\G&#?[0-9A-Za-z]+;")]
    private static partial Regex Entity();

    [GeneratedRegex(@"^(?:#{1,6}(?=\s|$)|-(?=[\s-]|$)|\+(?=\s|$)|=(?==*\s*$)|>|[0-9]{1,9}[.)](?=\s|$))")]
    private static partial Regex LeadingMark();
}
