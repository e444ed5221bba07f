using System.Text;

namespace Progress.Json;

/// <summary>What lies between the values of a JSON text: white space, commas, comments.</summary>
internal sealed class JsonLayout(byte[] utf8)
{
    private static ReadOnlySpan<byte> Blanks => " \t"u8;

    public JsonSpot Root { get; } = JsonSpot.Parse(utf8);

    /// <summary>The line end that the text uses.</summary>
    public string Newline => utf8.AsSpan().IndexOf("\r\n"u8) < 0 ? "\n" : "\r\n";

    /// <summary>Where between two values their comma stands, if there is one; comments may hold others.</summary>
    public int? Comma(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (utf8[i] == ',') return i;
            if (utf8[i] != '/') continue;
            var end = utf8[i + 1] == '*' ? "*/"u8 : "\n"u8;
            var length = utf8.AsSpan(i + 2, to - i - 2).IndexOf(end);
            if (length < 0) return null;
            i += 1 + length + end.Length;
        }

        return null;
    }

    /// <summary>Where the white space before <paramref name="at"/> begins.</summary>
    public int TrimEnd(int at) => utf8.AsSpan(0, at).LastIndexOfAnyExcept(" \t\r\n"u8) + 1;

    /// <summary>As <see cref="TrimEnd"/>, within the line.</summary>
    public int TrimEndOfLine(int at) => utf8.AsSpan(0, at).LastIndexOfAnyExcept(Blanks) + 1;

    /// <summary>Whether only white space follows on the line.</summary>
    public bool IsLastOnLine(int at)
    {
        var next = utf8.AsSpan(at).IndexOfAnyExcept(Blanks);
        return next < 0 || utf8[at + next] is (byte)'\r' or (byte)'\n';
    }

    /// <summary>Whether a value begins and ends on the same line.</summary>
    public bool IsOneLine(JsonSpot spot) => !utf8.AsSpan(spot.Start, spot.End - spot.Start).Contains((byte)'\n');

    /// <summary>The white space at the beginning of the line.</summary>
    public string Indentation(int at)
    {
        var start = utf8.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        return Encoding.UTF8.GetString(utf8, start, utf8.AsSpan(start).IndexOfAnyExcept(Blanks));
    }

    /// <summary>The text with parts of it replaced; the parts in order and apart.</summary>
    public string With(params (int From, int To, string Text)[] changes)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var (from, to, text) in changes)
        {
            result.Append(Encoding.UTF8.GetString(utf8, at, from - at)).Append(text);
            at = to;
        }

        return result.Append(Encoding.UTF8.GetString(utf8, at, utf8.Length - at)).ToString();
    }
}
