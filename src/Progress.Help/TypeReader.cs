using System.Management.Automation;

namespace Progress.Help;

/// <summary>Names types as PowerShell users write them.</summary>
internal static class TypeReader
{
    public static TypeHelp Describe(Type type, XmlDocs docs)
    {
        var item = type.GetElementType() ?? type;
        item = Nullable.GetUnderlyingType(item) ?? item;
        return new TypeHelp(
            type.IsArray ? item.Name + "[]" : item.Name,
            item.FullName!,
            XmlDocs.Line(docs.Of(item)?.Element("summary")),
            item == typeof(SwitchParameter),
            item.IsEnum ? Enum.GetNames(item) : []);
    }
}
