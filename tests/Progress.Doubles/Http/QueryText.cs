namespace Progress.Doubles;

/// <summary>A query string read as Express reads it: a plus is a space, names are case-sensitive.</summary>
internal readonly struct QueryText(string raw)
{
    public string? this[string name]
    {
        get
        {
            foreach (var range in raw.AsSpan().Split('&'))
            {
                var pair = raw.AsSpan()[range];
                var equals = pair.IndexOf('=');
                var key = equals < 0 ? pair : pair[..equals];
                if (key.SequenceEqual(name) || (key.ContainsAny('%', '+') && Decode(key) == name))
                    return equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            }

            return null;
        }
    }

    private static string Decode(ReadOnlySpan<char> text) =>
        Uri.UnescapeDataString(text.Contains('+') ? text.ToString().Replace('+', ' ') : text.ToString());
}
