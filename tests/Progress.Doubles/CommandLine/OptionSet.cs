using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Progress.Doubles;

/// <summary>Every switch of a double as an option of the command line: MissingRecordStatus is --missing-record-status.</summary>
internal sealed class OptionSet<TSwitches>
    where TSwitches : new()
{
    private readonly List<(PropertyInfo Property, Option<string?> Option)> options =
    [
        .. typeof(TSwitches).GetProperties().Where(property => property.CanWrite)
            .Select(property => (property, new Option<string?>(NameOf(property)) { Description = Describe(property) })),
    ];

    public IEnumerable<Option> Options => options.Select(item => item.Option);

    public TSwitches Read(ParseResult parsed)
    {
        var result = new TSwitches();
        foreach (var (property, option) in options)
            if (parsed.GetValue(option) is { } text)
                property.SetValue(result, Convert(text, property));
        return result;
    }

    private static string NameOf(PropertyInfo property)
    {
        var name = new StringBuilder("-");
        foreach (var c in property.Name)
            name.Append(char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}" : c);
        return name.ToString();
    }

    private static string Describe(PropertyInfo property)
    {
        var type = property.PropertyType;
        var values = type.IsEnum ? string.Join(" | ", Enum.GetNames(type)) : type == typeof(bool) ? "true | false" : "";
        return $"{values} (default {property.GetValue(new TSwitches())})".TrimStart();
    }

    private static object Convert(string text, PropertyInfo property)
    {
        try
        {
            return property.PropertyType.IsEnum
                ? Enum.Parse(property.PropertyType, char.IsAsciiDigit(text[0]) ? $"Status{text}" : text, ignoreCase: true)
                : System.Convert.ChangeType(text, property.PropertyType, CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new ArgumentException($"{NameOf(property)} does not take \"{text}\": {Describe(property)}");
        }
    }
}
