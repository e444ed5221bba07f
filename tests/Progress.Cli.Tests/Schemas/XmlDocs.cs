using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Progress.Tests;

/// <summary>What the XML documentation beside an assembly says of a type or a property.</summary>
internal static partial class XmlDocs
{
    private static readonly Dictionary<Assembly, Dictionary<string, XElement>> Known = [];

    public static string? Of(Type type) => Clean(Member(type.Assembly, $"T:{type.FullName}")?.Element("summary"));

    /// <summary>A property's own summary, or that of the record's parameter which declares it.</summary>
    public static string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return Clean(Member(type.Assembly, $"P:{type.FullName}.{property.Name}")?.Element("summary"))
            ?? Clean(Member(type.Assembly, $"T:{type.FullName}")?.Elements("param").FirstOrDefault(p => p.Attribute("name")!.Value == property.Name));
    }

    private static XElement? Member(Assembly assembly, string name)
    {
        if (!Known.TryGetValue(assembly, out var members))
        {
            var file = Path.ChangeExtension(assembly.Location, ".xml");
            Known[assembly] = members = XDocument.Load(file).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);
        }

        return members.GetValueOrDefault(name);
    }

    private static string? Clean(XElement? text)
    {
        if (text is null) return null;
        var plain = string.Concat(text.Nodes().Select(node => node is XElement { Name.LocalName: "see" } see ? see.Attribute("cref")!.Value.Split('.')[^1] : ((node as XElement)?.Value ?? node.ToString())));
        return Blanks().Replace(System.Net.WebUtility.HtmlDecode(plain), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
