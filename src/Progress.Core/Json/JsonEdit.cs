using System.Text.Json;

namespace Progress.Json;

/// <summary>Changes one member of a JSON text and leaves the rest as it stands: order, indentation, comments.</summary>
internal static class JsonEdit
{
    /// <summary>Gives the member at <paramref name="keys"/> a value, making the objects on the way.</summary>
    /// <param name="json">A JSON object.</param>
    /// <param name="keys">Keys from the root down.</param>
    /// <param name="value">The value as JSON.</param>
    public static string Set(string json, IReadOnlyList<string> keys, string value)
    {
        var text = new JsonLayout(JsonSpot.Bytes(json));
        var spot = text.Root;
        for (var depth = 0; depth < keys.Count; depth++)
        {
            if (spot.Children.FirstOrDefault(child => child.Key == keys[depth]) is not { } child)
                return Insert(text, spot, $"{Quote(keys[depth])}: {Nested(keys.Skip(depth + 1), value)}");
            spot = child;
        }

        return text.With((spot.Start, spot.End, value));
    }

    /// <summary>Takes the member at <paramref name="keys"/> away, and with it the objects that it leaves empty.</summary>
    public static string Remove(string json, IReadOnlyList<string> keys)
    {
        var text = new JsonLayout(JsonSpot.Bytes(json));
        var way = new List<JsonSpot> { text.Root };
        foreach (var key in keys)
        {
            if (way[^1].Children.FirstOrDefault(child => child.Key == key) is not { } child) return json;
            way.Add(child);
        }

        var last = way.Count - 1;
        while (last > 1 && way[last - 1].Children.Count == 1) last--;
        return Cut(text, way[last - 1], way[last]);
    }

    private static string Insert(JsonLayout text, JsonSpot parent, string member)
    {
        var close = parent.End - 1;
        var end = text.TrimEnd(close);
        if (parent.Children.Count == 0)
        {
            var outer = text.Newline + text.Indentation(parent.KeyStart);
            return text.With((end, close, $"{outer}  {member}{outer}"));
        }

        var last = parent.Children[^1];
        var lead = text.IsOneLine(parent) ? " " : text.Newline + text.Indentation(last.KeyStart);
        var comma = text.Comma(last.End, close) is null ? "," : "";
        return text.With((last.End, last.End, comma), (end, end, lead + member));
    }

    private static string Cut(JsonLayout text, JsonSpot parent, JsonSpot child)
    {
        var index = parent.Children.ToList().IndexOf(child);
        var isLast = index == parent.Children.Count - 1;
        var next = isLast ? parent.End - 1 : parent.Children[index + 1].KeyStart;
        var comma = text.Comma(child.End, next);
        // What follows on the same line must not slip behind a line comment above.
        var begin = text.IsLastOnLine(comma + 1 ?? child.End) ? text.TrimEnd(child.KeyStart) : text.TrimEndOfLine(child.KeyStart);
        var commaBefore = isLast && index > 0 ? text.Comma(parent.Children[index - 1].End, child.KeyStart) : null;
        return text.With([.. One(commaBefore), (begin, child.End, ""), .. One(comma)]);
    }

    private static IEnumerable<(int From, int To, string Text)> One(int? comma) => comma is { } at ? [(at, at + 1, "")] : [];

    private static string Nested(IEnumerable<string> keys, string value) =>
        keys.Reverse().Aggregate(value, (inner, key) => $"{{ {Quote(key)}: {inner} }}");

    private static string Quote(string text) => JsonSerializer.Serialize(text, StrictJson.Options);
}
