namespace Progress.Import;

/// <summary>A field that makes a row unusable.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Field">Name of the field.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Reason">What is wrong, and what is allowed.</param>
public sealed record ImportProblem(long Line, string Field, string Value, string Reason)
{
    /// <summary>Most problem rows that an import lists; all are counted.</summary>
    public const int MaxListed = 10_000;

    private const int MaxLength = 300;

    /// <summary>What it holds; of a long text the beginning.</summary>
    public string Value { get; init; } = Clip(Value);

    /// <summary>What is wrong, and what is allowed.</summary>
    public string Reason { get; init; } = Clip(Reason);

    /// <inheritdoc/>
    public override string ToString() => $"line {Line}, {Field} '{Value}': {Reason}";

    /// <summary>The problem as the exception that refuses the whole import.</summary>
    internal ProgressException ToException(string? source) => new(
        "InvalidRow", ErrorKind.InvalidData,
        $"{source ?? "The pipeline"}, {this}. Nothing was imported; -SkipInvalid imports the other rows.", source);

    private static string Clip(string text) => text.Length <= MaxLength ? text : text[..MaxLength] + "…";
}
