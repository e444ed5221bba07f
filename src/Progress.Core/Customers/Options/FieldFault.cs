using Progress.Import;

namespace Progress.Customers;

/// <summary>Why a field cannot be used.</summary>
/// <param name="Id">Stable error id, e.g. <c>InvalidOption</c>.</param>
/// <param name="Field">Name of the field.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Allowed">What is allowed.</param>
internal sealed record FieldFault(string Id, string Field, string Value, string Allowed)
{
    public const int ValueShown = 100;

    /// <summary>What kind of error it is.</summary>
    public ErrorKind Kind { get; init; } = ErrorKind.InvalidData;

    /// <summary>What it holds; of a long text the beginning.</summary>
    public string Shown { get; } = Value.Length <= ValueShown ? Value : Value[..ValueShown] + "…";

    /// <summary>What is wrong where the value is not simply one that is not allowed; begins with a small letter.</summary>
    public string? Reason { get; init; }

    public ProgressException ToException() =>
        new(Id, Kind, $"{Field} {(Value.Length == 0 ? "is missing" : $"is '{Shown}'")}{(Reason is null ? "" : $": {Reason}")}; allowed: {Allowed}.", Value);

    /// <summary>The fault as a problem of a row.</summary>
    public ImportProblem ToProblem(long line) =>
        new(line, Field, Value, $"{Reason ?? (Value.Length == 0 ? "it is missing" : "it cannot be used")}; allowed: {Allowed}");
}
