namespace Progress.Sync;

/// <summary>Which connections are asked for: one by name, several by a pattern, all by null.</summary>
internal sealed class ConnectionFilter(string? text)
{
    private readonly NamePattern pattern = new(text ?? "*");

    public bool Fits(string connection) => pattern.IsPattern ? pattern.Fits(connection) : connection.Equals(text, StringComparison.OrdinalIgnoreCase);
}
