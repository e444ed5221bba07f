namespace Progress.Csv;

/// <summary>Why a row of a CSV file cannot be used.</summary>
/// <param name="Id">Stable id: <c>InvalidUtf8</c>, <c>InvalidUtf16</c>, <c>BrokenQuoting</c>, <c>UnterminatedQuote</c>,
/// <c>WrongFieldCount</c> or <c>LineTooLong</c>.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Physical line of the fault, from 1.</param>
/// <param name="Field">Number of the field, from 1, where one is to blame.</param>
/// <param name="Column">Header of that field, where it has one.</param>
/// <param name="Reason">What is wrong and what is allowed.</param>
/// <param name="Raw">The row as it stands in the file, without its line end; null where it is too long to be kept.</param>
public sealed record CsvFault(
    string Id, string File, long Line, int? Field, string? Column, string Reason, string? Raw)
{
    /// <summary>The fault as the exception that refuses the file.</summary>
    public ProgressException ToException() => new(Id, ErrorKind.InvalidData, ToString(), File);

    /// <inheritdoc/>
    public override string ToString() => $"{File}, line {Line}{Place}: {Reason}";

    private string Place => (Field, Column) switch
    {
        (null, _) => "",
        (_, null or "") => $", field {Field}",
        _ => $", field {Field} ({Column})",
    };
}
