using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Progress.Json;

/// <summary>A type with what is known about nulls in it.</summary>
internal sealed record JsonExpectation(Type Type, NullabilityInfo? Nullability)
{
    /// <summary>The type itself, of <c>int?</c> the <c>int</c>.</summary>
    public Type Plain => Nullable.GetUnderlyingType(Type) ?? Type;

    /// <summary>Whether null is a value.</summary>
    public bool TakesNull => Plain != Type || Nullability?.WriteState == NullabilityState.Nullable;

    /// <summary>What the items of this list are.</summary>
    public JsonExpectation Items() =>
        new(ArgumentsOf(typeof(IEnumerable<>))[0], Nullability?.ElementType ?? Nullability?.GenericTypeArguments.LastOrDefault());

    /// <summary>What the keys of this map are.</summary>
    public Type Keys() => MapArguments()[0];

    /// <summary>What the values of this map are.</summary>
    public JsonExpectation Values() => new(MapArguments()[1], Nullability?.GenericTypeArguments.LastOrDefault());

    private Type[] MapArguments() =>
        ArgumentsOf(typeof(IReadOnlyDictionary<,>)) is { Length: 2 } readOnly ? readOnly : ArgumentsOf(typeof(IDictionary<,>));

    private Type[] ArgumentsOf(Type definition) =>
        Plain.GetInterfaces().Append(Plain)
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == definition)
            ?.GetGenericArguments() ?? [];
}

/// <summary>A member that an object may have.</summary>
internal sealed record JsonMember(string Name, JsonExpectation Value, bool IsRequired, bool HasOwnConverter);

/// <summary>Which members a type takes from JSON, as System.Text.Json sees it, and which of them must be there.</summary>
internal sealed class JsonShape
{
    private readonly Dictionary<string, JsonMember> members;

    public JsonShape(JsonTypeInfo type, NullabilityInfoContext nullability)
    {
        var parameters = ConstructorOf(type.Type)?.GetParameters() ?? [];
        members = type.Properties
            .Select(property => (Property: property, Parameter: ParameterOf(property, parameters)))
            .Where(member => member.Property.Set is not null || member.Parameter is not null)
            .Select(member => Member(member.Property, member.Parameter, nullability))
            .ToDictionary(member => member.Name);
    }

    public IEnumerable<string> Names => members.Keys;

    public IEnumerable<string> Required => members.Values.Where(member => member.IsRequired).Select(member => member.Name);

    public JsonMember? Find(string name) => members.GetValueOrDefault(name);

    private static JsonMember Member(JsonPropertyInfo property, ParameterInfo? parameter, NullabilityInfoContext nullability) =>
        new(property.Name,
            new JsonExpectation(property.PropertyType, property.AttributeProvider switch
            {
                PropertyInfo info => nullability.Create(info),
                FieldInfo info => nullability.Create(info),
                _ => null,
            }),
            property.IsRequired || parameter is { HasDefaultValue: false },
            property.CustomConverter is not null);

    private static ParameterInfo? ParameterOf(JsonPropertyInfo property, ParameterInfo[] parameters) =>
        parameters.FirstOrDefault(parameter => string.Equals(
            parameter.Name, (property.AttributeProvider as MemberInfo)?.Name, StringComparison.OrdinalIgnoreCase));

    private static ConstructorInfo? ConstructorOf(Type type)
    {
        var all = type.GetConstructors();
        return all.FirstOrDefault(constructor => constructor.IsDefined(typeof(JsonConstructorAttribute)))
               ?? (all.Length == 1 ? all[0] : null);
    }
}
