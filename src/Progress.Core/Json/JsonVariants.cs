using System.Text.Json.Serialization.Metadata;

namespace Progress.Json;

/// <summary>The types that an object may be, told apart by the text of one key (<c>JsonPolymorphic</c>).</summary>
internal sealed class JsonVariants(JsonPolymorphismOptions options)
{
    /// <summary>The key that names the type.</summary>
    public string Key => options.TypeDiscriminatorPropertyName;

    public IReadOnlyList<string> Names { get; } = [.. options.DerivedTypes.Select(type => type.TypeDiscriminator).OfType<string>()];

    public Type TypeOf(string name) => options.DerivedTypes.Single(type => name.Equals(type.TypeDiscriminator)).DerivedType;
}
