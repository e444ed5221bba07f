using System.Reflection;

namespace Progress.Help;

/// <summary>Attributes as data: PowerShell's reference assembly has their names, but no code to keep their values.</summary>
internal static class Attributes
{
    public static IEnumerable<CustomAttributeData> Of<T>(MemberInfo member) where T : Attribute =>
        member.GetCustomAttributesData().Where(attribute => attribute.AttributeType == typeof(T));

    public static T? Named<T>(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value is T value ? value : default;
}
