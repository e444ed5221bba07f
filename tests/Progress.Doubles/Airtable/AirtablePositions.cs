using System.Reflection;

namespace Progress.Doubles.Airtable;

/// <summary>Every position of every doubtful switch, for suites that must pass under all of them.</summary>
public static class AirtablePositions
{
    /// <summary>The basis itself, every other position alone, and all of them at once. Limits stay as they are.</summary>
    public static IReadOnlyDictionary<string, AirtableSwitches> All(AirtableSwitches? basis = null)
    {
        var start = basis ?? new AirtableSwitches();
        var all = new Dictionary<string, AirtableSwitches> { ["standard"] = start };
        var opposite = start with { };
        foreach (var property in Doubtful)
        {
            foreach (var value in Values(property.PropertyType).Where(value => !value.Equals(property.GetValue(start))))
            {
                var position = start with { };
                property.SetValue(position, value);
                all.Add($"{property.Name} {value}", position);
                property.SetValue(opposite, value);
            }
        }

        all.Add("all opposite", opposite);
        return all;
    }

    private static IEnumerable<PropertyInfo> Doubtful => typeof(AirtableSwitches).GetProperties()
        .Where(property => property.CanWrite && (property.PropertyType.IsEnum || property.PropertyType == typeof(bool)));

    private static IEnumerable<object> Values(Type type) => type.IsEnum ? Enum.GetValues(type).Cast<object>() : [false, true];
}
