using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace Progress.Help;

/// <summary>Reads what is known of cmdlets from their attributes and documentation.</summary>
internal static class CmdletReader
{
    private const string DefaultSet = "DefaultParameterSetName";

    public static IReadOnlyList<CmdletHelp> Read(Assembly assembly, XmlDocs docs)
    {
        var found = assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && Attributes.Of<CmdletAttribute>(type).Any())
            .Select(type => (Type: type, Attribute: Attributes.Of<CmdletAttribute>(type).Single()))
            .Select(c => (c.Type, c.Attribute, Verb: (string)c.Attribute.ConstructorArguments[0].Value!, Noun: (string)c.Attribute.ConstructorArguments[1].Value!))
            .OrderBy(c => c.Noun, StringComparer.Ordinal).ThenBy(c => c.Verb, StringComparer.Ordinal)
            .ToList();
        var names = found.ToDictionary(c => $"T:{c.Type.FullName}", c => $"{c.Verb}-{c.Noun}");
        return
        [
            .. found.Select(c => new CmdletHelp(
                c.Verb, c.Noun,
                XmlDocs.Line(docs.Of(c.Type)?.Element("summary")),
                XmlDocs.Paragraphs(docs.Of(c.Type)?.Element("remarks")),
                ParameterReader.Sets(c.Type, Attributes.Named<string>(c.Attribute, DefaultSet), Common(c.Attribute), docs),
                [.. Outputs(c.Type).Select(type => TypeReader.Describe(type, docs))],
                [.. Examples(docs.Of(c.Type))],
                [.. Links(docs.Of(c.Type), names).Concat(found.Where(o => o.Noun == c.Noun && o.Type != c.Type).Select(o => $"{o.Verb}-{o.Noun}")).Distinct(), "about_Progress"])),
        ];
    }

    private static IEnumerable<ParameterHelp> Common(CustomAttributeData cmdlet) =>
        (Attributes.Named<bool>(cmdlet, "SupportsPaging") ? AddedParameters.Paging : [])
        .Concat(Attributes.Named<bool>(cmdlet, "SupportsShouldProcess") ? AddedParameters.ShouldProcess : []);

    private static IEnumerable<Type> Outputs(Type cmdlet) =>
        Attributes.Of<OutputTypeAttribute>(cmdlet)
            .SelectMany(output => (IEnumerable<CustomAttributeTypedArgument>)output.ConstructorArguments[0].Value!)
            .Select(type => (Type)type.Value!);

    private static IEnumerable<ExampleHelp> Examples(XElement? docs) =>
        docs?.Elements("example").Select(e => new ExampleHelp(XmlDocs.Code(e.Element("code")), XmlDocs.Paragraphs(e))) ?? [];

    private static IEnumerable<string> Links(XElement? docs, Dictionary<string, string> names) =>
        docs?.Elements("seealso").Select(link => names[link.Attribute("cref")!.Value]) ?? [];
}
