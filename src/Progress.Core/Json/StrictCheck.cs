using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Progress.Json;

/// <summary>Compares a JSON text with the type that it shall become and notes everything that does not fit.</summary>
/// <remarks>System.Text.Json for .NET 8 stops at the first fault, does not see doubled keys and knows no allowed values.</remarks>
internal sealed class StrictCheck(byte[] utf8, JsonProblems problems)
{
    private const int ValueShown = 60;
    private readonly NullabilityInfoContext nullability = new();
    private readonly Dictionary<Type, JsonShape> shapes = [];

    public void Document(JsonSpot root, Type type) => Value(root, new JsonExpectation(type, null));

    private void Value(JsonSpot spot, JsonExpectation expected)
    {
        if (spot.Kind == JsonTokenType.Null && expected.TakesNull) return;
        var type = StrictJson.Options.GetTypeInfo(expected.Plain);
        switch (type.Kind, spot.Kind)
        {
            case (JsonTypeInfoKind.Object, JsonTokenType.StartObject) when type.PolymorphismOptions is { } options:
                Variant(spot, new JsonVariants(options));
                break;
            case (JsonTypeInfoKind.Object, JsonTokenType.StartObject):
                Members(spot, type);
                break;
            case (JsonTypeInfoKind.Dictionary, JsonTokenType.StartObject):
                Map(spot, expected);
                break;
            case (JsonTypeInfoKind.Enumerable, JsonTokenType.StartArray):
                foreach (var item in spot.Children) Value(item, expected.Items());
                break;
            case (JsonTypeInfoKind.None, _) when Fits(spot, expected.Plain):
                break;
            default:
                Refuse(spot, expected);
                break;
        }
    }

    private void Variant(JsonSpot spot, JsonVariants variants)
    {
        if (spot.Children.FirstOrDefault(child => child.Key == variants.Key) is not { } kind)
            Note(spot, $"missing \"{variants.Key}\" at {spot.Path}. Allowed: {string.Join(", ", variants.Names)}.");
        else if (kind.Kind != JsonTokenType.String || !variants.Names.Contains(Read<string>(kind)))
            Refuse(kind, string.Join(", ", variants.Names), variants.Names);
        else if (spot.Children[0] != kind)
            Note(kind, $"key \"{kind.Key}\" at {kind.Path} does not come first. Put it before the other keys of its object.");
        else
            Members(spot, StrictJson.Options.GetTypeInfo(variants.TypeOf(Read<string>(kind))), kind.Key);
    }

    private void Members(JsonSpot spot, JsonTypeInfo type, string? variantKey = null)
    {
        if (!shapes.TryGetValue(type.Type, out var shape))
            shapes[type.Type] = shape = new JsonShape(type, nullability);
        foreach (var child in Once(spot))
        {
            if (child.Key == variantKey) continue;
            if (shape.Find(child.Key!) is not { } member) Unknown(child, variantKey is null ? shape.Names : shape.Names.Prepend(variantKey));
            else if (!member.HasOwnConverter) Value(child, member.Value);
        }

        var missing = shape.Required.Except(spot.Children.Select(child => child.Key!)).ToList();
        if (missing.Count > 0)
            Note(spot, $"missing {Quoted(missing)} at {spot.Path}. Required here: {string.Join(", ", shape.Required)}.");
    }

    private void Map(JsonSpot spot, JsonExpectation expected)
    {
        var names = AllowedValues.Names(expected.Keys());
        foreach (var child in Once(spot))
        {
            if (names.Count > 0 && !names.Contains(child.Key!)) Unknown(child, names);
            else Value(child, expected.Values());
        }
    }

    private IEnumerable<JsonSpot> Once(JsonSpot spot)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var child in spot.Children)
        {
            if (first.TryAdd(child.Key!, child.Line)) yield return child;
            else Note(child, $"key \"{child.Key}\" stands twice at {child.Path}, first on line {first[child.Key!]}. Keep one.");
        }
    }

    private bool Fits(JsonSpot spot, Type type)
    {
        try
        {
            var names = AllowedValues.Names(type);
            if (names.Count > 0) return spot.Kind == JsonTokenType.String && names.Contains(Read<string>(spot));
            return JsonSerializer.Deserialize(Bytes(spot), type, StrictJson.Options) switch
            {
                null => false,
                double number => double.IsFinite(number),
                _ => true,
            };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Refuse(JsonSpot spot, JsonExpectation expected) =>
        Refuse(spot, AllowedValues.Of(expected), AllowedValues.Names(expected.Plain));

    private void Refuse(JsonSpot spot, string allowed, IReadOnlyList<string> names)
    {
        var hint = spot.Kind == JsonTokenType.String ? NearestName.Hint(Read<string>(spot), names) : "";
        Note(spot, $"{Shown(spot)} at {spot.Path} is not allowed. Allowed: {allowed}.{hint}");
    }

    private void Unknown(JsonSpot spot, IEnumerable<string> allowed) =>
        Note(spot, $"unknown key \"{spot.Key}\" at {spot.Path}. Allowed here: {string.Join(", ", allowed)}."
                   + NearestName.Hint(spot.Key!, allowed));

    private string Shown(JsonSpot spot)
    {
        if (spot.Kind is JsonTokenType.StartObject) return "an object";
        if (spot.Kind is JsonTokenType.StartArray) return "a list";
        var text = Encoding.UTF8.GetString(Bytes(spot));
        return text.Length <= ValueShown ? text : text[..ValueShown] + "…";
    }

    private T Read<T>(JsonSpot spot) => JsonSerializer.Deserialize<T>(Bytes(spot), StrictJson.Options)!;

    private ReadOnlySpan<byte> Bytes(JsonSpot spot) => utf8.AsSpan(spot.Start, spot.End - spot.Start);

    private void Note(JsonSpot spot, string text) => problems.AddAt(spot.Line, text);

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
