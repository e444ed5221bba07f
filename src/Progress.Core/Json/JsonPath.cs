namespace Progress.Json;

/// <summary>Writes JSON paths the way error messages show them: <c>$.levels[3].xp</c>, <c>$.badges['opener_elite.bronze']</c>.</summary>
public static class JsonPath
{
    /// <summary>The path of the document itself.</summary>
    public const string Root = "$";

    /// <summary>The path of a member of the object at <paramref name="parent"/>.</summary>
    public static string Key(string parent, string key) =>
        key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$') ? $"{parent}.{key}" : $"{parent}['{key}']";

    /// <summary>The path of an item of the list at <paramref name="parent"/>; the first is 0.</summary>
    public static string Item(string parent, int index) => $"{parent}[{index}]";

    /// <summary>Whether <paramref name="path"/> is <paramref name="ancestor"/> or below it.</summary>
    internal static bool IsWithin(string path, string ancestor) =>
        path.StartsWith(ancestor, StringComparison.Ordinal)
        && (path.Length == ancestor.Length || path[ancestor.Length] is '.' or '[');
}
