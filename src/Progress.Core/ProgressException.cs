namespace Progress;

/// <summary>The one exception that Progress throws on purpose.</summary>
/// <param name="id">Stable error id in PascalCase, e.g. <c>RepNotFound</c>.</param>
/// <param name="kind">What sort of error it is.</param>
/// <param name="message">What happened, to which object, and what to do next.</param>
/// <param name="target">The object concerned: a path, an id, a value.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class ProgressException(
    string id, ErrorKind kind, string message, object? target = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Stable error id in PascalCase.</summary>
    public string Id { get; } = id;

    /// <summary>What sort of error it is.</summary>
    public ErrorKind Kind { get; } = kind;

    /// <summary>The object concerned.</summary>
    public object? Target { get; } = target;
}
