using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace Progress.Help;

/// <summary>Reads a cmdlet's parameters, set by set.</summary>
internal static class ParameterReader
{
    private const string AllSets = "__AllParameterSets";

    public static IReadOnlyList<ParameterSet> Sets(Type cmdlet, string? defaultSet, IEnumerable<ParameterHelp> common, XmlDocs docs)
    {
        var blank = Activator.CreateInstance(cmdlet)!;
        var declared = cmdlet.GetProperties()
            .SelectMany(property => Attributes.Of<ParameterAttribute>(property).Select(attribute => (
                Set: Attributes.Named<string>(attribute, "ParameterSetName") ?? AllSets,
                Depth: Depth(property.DeclaringType!),
                Parameter: Describe(property, attribute, blank, docs))))
            .OrderByDescending(p => p.Depth)
            .ToList();
        // The default set need not have a parameter of its own.
        var names = declared.Select(p => p.Set).Prepend(defaultSet ?? AllSets).Where(set => set != AllSets).Distinct().DefaultIfEmpty(AllSets);
        return
        [
            .. names.Select(set => new ParameterSet(
                set, [.. InOrder(declared.Where(p => p.Set == set || p.Set == AllSets).Select(p => p.Parameter)), .. common])),
        ];
    }

    private static IEnumerable<ParameterHelp> InOrder(IEnumerable<ParameterHelp> parameters) =>
        parameters.OrderBy(p => p.Position ?? int.MaxValue).ThenByDescending(p => p.IsMandatory);

    private static ParameterHelp Describe(PropertyInfo property, CustomAttributeData attribute, object blank, XmlDocs docs) => new()
    {
        Name = property.Name,
        Description = XmlDocs.Paragraphs(docs.Of(property)?.Element("summary")),
        Type = TypeReader.Describe(property.PropertyType, docs),
        IsMandatory = Attributes.Named<bool>(attribute, "Mandatory"),
        Position = attribute.NamedArguments.Any(a => a.MemberName == "Position") ? Attributes.Named<int>(attribute, "Position") : null,
        ByValue = Attributes.Named<bool>(attribute, "ValueFromPipeline"),
        ByPropertyName = Attributes.Named<bool>(attribute, "ValueFromPipelineByPropertyName"),
        TakesWildcards = Attributes.Of<SupportsWildcardsAttribute>(property).Any(),
        Aliases = [.. Attributes.Of<AliasAttribute>(property)
            .SelectMany(alias => (IEnumerable<CustomAttributeTypedArgument>)alias.ConstructorArguments[0].Value!)
            .Select(name => (string)name.Value!)],
        Default = Attributes.Named<bool>(attribute, "Mandatory") ? null : Text(property.GetValue(blank)),
    };

    private static string? Text(object? value) => value switch
    {
        null or SwitchParameter or "" => null,
        string text => text,
        IEnumerable list => list.Cast<object>().Any() ? string.Join(", ", list.Cast<object>()) : null,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}
