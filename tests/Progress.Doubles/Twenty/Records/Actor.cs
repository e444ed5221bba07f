using System.Text.Json;

namespace Progress.Doubles;

/// <summary>Who did something, as the values of an ACTOR field.</summary>
internal static class Actor
{
    private static readonly JsonElement NoContext = JsonElement.Parse("{}");

    /// <param name="given">What the caller gave: source and context may be set, the rest is the server's.</param>
    public static object?[] OfKey(ApiKey key, object?[]? given = null) =>
        [given?[0] ?? "API", null, key.Name, given?[3] ?? NoContext];

    public static object?[] OfMember(Guid? member, string name) =>
        [member is null ? "API" : "MANUAL", member, name, NoContext];
}
