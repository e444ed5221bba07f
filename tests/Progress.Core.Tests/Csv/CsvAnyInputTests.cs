using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Progress.Csv;
using Xunit;

namespace Progress.Tests.Csv;

public sealed class CsvAnyInputTests
{
    private static readonly string[] Pieces =
        ["a", "b,c", ",", ";", "\t", "\"", "\"\"", "\",\"", "\n", "\r\n", "\r", "\"\n", " ", "\u00E9", "\u00C3\u00A9", "\u00FF\u00FE", "\0", "="];

    private static readonly Gen<byte[]> Files =
        Gen.Elements(Pieces).ListOf().Select(pieces => Encoding.Latin1.GetBytes(string.Concat(pieces)));

    [Fact]
    public void Any_bytes_end_in_rows_and_faults_and_in_no_other_error() =>
        Prop.ForAll(Files.ToArbitrary(), bytes =>
        {
            try
            {
                using var rows = CsvSamples.Rows(bytes, CsvFormat.Excel());
                CsvSamples.Drain(rows);
                return true;
            }
            catch (ProgressException error)
            {
                return error.Message.Contains("calls.csv");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Every_line_is_a_row_or_in_a_fault() =>
        Prop.ForAll(Files.ToArbitrary(), bytes =>
        {
            using var rows = CsvSamples.Rows([.. "a,b\n"u8, .. bytes.Where(b => b < 0x80)]);
            var kept = new List<string>();
            while (rows.Read(out _)) kept.Add(rows.Raw);
            var text = Encoding.ASCII.GetString(bytes.Where(b => b < 0x80).ToArray());
            return WithoutLineEnds(string.Concat(kept)) == WithoutLineEnds(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static string WithoutLineEnds(string text) => text.Replace("\r", "").Replace("\n", "");
}
