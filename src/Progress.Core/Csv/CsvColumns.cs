using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Progress.Csv;

/// <summary>One column of a CSV file made from objects.</summary>
/// <param name="Name">Header, the property's name.</param>
/// <param name="Value">Takes the value from an object.</param>
public sealed record CsvColumn(string Name, Func<object, object?> Value);

/// <summary>The columns of a type: its public properties in the order of their declaration, inherited ones first.</summary>
public static class CsvColumns
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<CsvColumn>> Known = new();

    /// <summary>The columns of a type; properties marked <see cref="CsvIgnoreAttribute"/> are left out.</summary>
    public static IReadOnlyList<CsvColumn> Of(Type type) => Known.GetOrAdd(type, static t => Find(t));

    private static CsvColumn[] Find(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
        .Where(property => !property.IsDefined(typeof(CsvIgnoreAttribute)))
        .OrderBy(property => Depth(property.DeclaringType!))
        .ThenBy(property => property.MetadataToken)
        .Select(property => new CsvColumn(property.Name, Getter(type, property)))
        .ToArray();

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;

    private static Func<object, object?> Getter(Type type, PropertyInfo property)
    {
        var item = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(item, type), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), item).Compile();
    }
}
