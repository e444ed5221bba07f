namespace Progress.Doubles;

/// <summary>What a comparison compares with, as the caller wrote it, read by the type of the column.</summary>
internal interface IOperand
{
    /// <summary>For "is".</summary>
    bool IsNull();

    object? Value();

    IEnumerable<object?> Values();
}
