namespace Progress.Reps;

/// <summary>A field that makes a row unusable.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Field">Name of the field.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Reason">What is wrong, and what is allowed.</param>
public sealed record ImportProblem(long Line, string Field, string Value, string Reason)
{
    private const int MaxLength = 300;

    /// <summary>What it holds; of a long text the beginning.</summary>
    public string Value { get; init; } = Clip(Value);

    /// <summary>What is wrong, and what is allowed.</summary>
    public string Reason { get; init; } = Clip(Reason);

    /// <inheritdoc/>
    public override string ToString() => $"line {Line}, {Field} '{Value}': {Reason}";

    private static string Clip(string text) => text.Length <= MaxLength ? text : text[..MaxLength] + "…";
}
