using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Progress.Help;

/// <summary>The compiler's XML documentation of several assemblies.</summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<string, XElement> members;

    public XmlDocs(IEnumerable<string> files) =>
        members = files
            .SelectMany(file => XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member"))
            .ToDictionary(member => member.Attribute("name")!.Value);

    public XElement? Of(Type type) => members.GetValueOrDefault($"T:{type.FullName}");

    public XElement? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return members.GetValueOrDefault($"P:{(type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName}.{property.Name}");
    }

    /// <summary>Paragraphs of a part of a member's documentation; none where it is missing.</summary>
    public static IReadOnlyList<string> Paragraphs(XElement? part)
    {
        if (part is null) return [];
        var paragraphs = part.Elements("para").Select(Line).ToList();
        return paragraphs.Count > 0 ? paragraphs : Line(part) is { Length: > 0 } text ? [text] : [];
    }

    /// <summary>One line of text; what refers to a member is named by it.</summary>
    public static string Line(XElement? part) => part is null ? "" : Spaces().Replace(string.Concat(part.Nodes().Select(Text)), " ").Trim();

    /// <summary>Lines of code without the indentation that they share.</summary>
    public static string Code(XElement? part)
    {
        var lines = (part?.Value ?? "").Trim('\r', '\n').TrimEnd().Split('\n').Select(line => line.TrimEnd()).ToList();
        // The compiler leaves the first line where <code> ends and indents the others by one.
        var shared = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select((line, i) => i == 0 ? line.TrimStart() : line[Math.Min(shared, line.Length)..]));
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when (string?)element.Attribute("cref") is { } cref && element.IsEmpty => cref[(cref.LastIndexOfAny(['.', ':']) + 1)..],
        XElement element when (string?)element.Attribute("name") is { } name && element.IsEmpty => name,
        XElement element when (string?)element.Attribute("langword") is { } word => word,
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
