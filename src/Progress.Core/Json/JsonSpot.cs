using System.Text;
using System.Text.Json;

namespace Progress.Json;

/// <summary>A value of a JSON text with the place where it stands, so that messages can name it and edits can hit it.</summary>
/// <param name="Kind">The token that begins the value.</param>
/// <param name="Path">JSON path, e.g. <c>$.levels[3].xp</c>.</param>
/// <param name="Line">Line of the key where the value has one, else of the value; the first is 1.</param>
/// <param name="Key">The key in the object around it; null in a list and for the document.</param>
/// <param name="KeyStart">Byte at which the key's opening quote stands; that of the value where there is no key.</param>
/// <param name="Start">Byte at which the value begins.</param>
/// <param name="End">Byte after the value.</param>
/// <param name="Children">Members or items, in the order of the text, doubled keys included.</param>
internal sealed record JsonSpot(
    JsonTokenType Kind, string Path, int Line, string? Key, int KeyStart, int Start, int End, IReadOnlyList<JsonSpot> Children)
{
    /// <inheritdoc cref="Parse(byte[])"/>
    public static JsonSpot Parse(string json) => Parse(Bytes(json));

    /// <summary>The bytes that offsets count in: UTF-8 without a byte order mark.</summary>
    public static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));

    /// <summary>Reads a whole text; comments and trailing commas are allowed.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonSpot Parse(byte[] utf8)
    {
        var reader = new Utf8JsonReader(
            utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        var root = new SpotReader(utf8).Value(ref reader, JsonPath.Root, null, (int)reader.TokenStartIndex);
        reader.Read();
        return root;
    }

    /// <summary>The value at <paramref name="path"/>, else its nearest ancestor that exists.</summary>
    public JsonSpot Nearest(string path) =>
        Children.FirstOrDefault(child => JsonPath.IsWithin(path, child.Path))?.Nearest(path) ?? this;

    private sealed class SpotReader
    {
        private readonly List<int> lineEnds = [];

        public SpotReader(byte[] utf8)
        {
            for (var i = 0; i < utf8.Length; i++)
                if (utf8[i] == '\n') lineEnds.Add(i);
        }

        public JsonSpot Value(ref Utf8JsonReader reader, string path, string? key, int keyStart)
        {
            var kind = reader.TokenType;
            var start = (int)reader.TokenStartIndex;
            var children = new List<JsonSpot>();
            if (kind == JsonTokenType.StartObject) Members(ref reader, path, children);
            if (kind == JsonTokenType.StartArray) Items(ref reader, path, children);
            return new JsonSpot(kind, path, LineAt(keyStart), key, keyStart, start, (int)reader.BytesConsumed, children);
        }

        private void Members(ref Utf8JsonReader reader, string path, List<JsonSpot> members)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = reader.GetString()!;
                var keyStart = (int)reader.TokenStartIndex;
                reader.Read();
                members.Add(Value(ref reader, JsonPath.Key(path, key), key, keyStart));
            }
        }

        private void Items(ref Utf8JsonReader reader, string path, List<JsonSpot> items)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                items.Add(Value(ref reader, JsonPath.Item(path, items.Count), null, (int)reader.TokenStartIndex));
        }

        private int LineAt(int offset)
        {
            var found = lineEnds.BinarySearch(offset);
            return (found < 0 ? ~found : found) + 1;
        }
    }
}
