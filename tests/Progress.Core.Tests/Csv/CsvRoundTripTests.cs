using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Progress.Csv;
using Xunit;

namespace Progress.Tests.Csv;

public sealed class CsvRoundTripTests
{
    private const string Dangerous = "=+-@\t\r＝＋－＠";

    private static readonly string[] Pieces =
    [
        "'", "''", "\"", ",", ";", "\t", "\r", "\n", "\r\n", " ", "\u00A0", "=", "+", "-", "@", "＝", "＋", "－", "＠",
        "HYPERLINK(\"x\")", "1", "2,5", "Ana", "é", "😀", "日本", "\uFEFF", "\u200B", "\0", "\u001B",
    ];

    private static readonly Gen<string> Texts =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces.Take(8)));

    private static readonly Gen<object> Numbers = Gen.OneOf(
        ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(n => (object)n),
        ArbMap.Default.GeneratorFor<decimal>().Select(n => (object)n),
        ArbMap.Default.GeneratorFor<long>().Select(n => (object)n));

    public static TheoryData<string> CultureNames => ["", "de-DE", "en-US", "sv-SE", "fr-FR", "fa-IR", "ar-SA"];

    [Theory]
    [MemberData(nameof(CultureNames))]
    public void What_Excel_export_writes_Excel_import_reads(string culture) => RoundTrip(CsvFormat.Excel(CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void What_machine_export_writes_machine_import_reads() => RoundTrip(CsvFormat.Machine);

    [Fact]
    public void Text_that_a_spreadsheet_would_run_never_comes_first() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var written = CsvSamples.Rows(Written([[text, 1]], CsvFormat.Excel(CultureInfo.GetCultureInfo("de-DE"))));
            written.Read();
            var cell = written[0];
            var trimmed = text.TrimStart();
            var runs = (text.Length > 0 && Dangerous.Contains(text[0])) || (trimmed.Length > 0 && Dangerous.Contains(trimmed[0]));
            return cell == (runs ? "'" + text : cell) && (cell == text || cell == "'" + text);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(CultureNames))]
    public void Numbers_are_never_marked(string culture)
    {
        var format = CsvFormat.Excel(CultureInfo.GetCultureInfo(culture));
        Prop.ForAll(Numbers.ToArbitrary(), number =>
        {
            var rows = CsvSamples.Rows(Written([["x", number]], format));
            rows.Read();
            return rows[1] == ((IFormattable)number).ToString(null, format.Numbers) && !rows[1].StartsWith('\'');
        }).QuickCheckThrowOnFailure();
    }

    private static void RoundTrip(CsvFormat format)
    {
        var rows = Gen.Zip(Texts, Numbers).ListOf();
        Prop.ForAll(rows.ToArbitrary(), expected =>
        {
            var written = Written([.. expected.Select(row => new object?[] { row.Item1, row.Item2 })], format);
            using var read = CsvSamples.Rows(written, format);
            foreach (var (text, number) in expected)
            {
                if (!read.Read() || read[0] != text || !Same(number, read[1], format.Numbers)) return false;
            }

            return !read.Read();
        }).QuickCheckThrowOnFailure();
    }

    private static bool Same(object number, string text, NumberFormatInfo format) => number switch
    {
        double value => double.Parse(text, format).Equals(value),
        decimal value => decimal.Parse(text, format) == value,
        _ => long.Parse(text, format) == (long)number,
    };

    private static byte[] Written(IReadOnlyList<IReadOnlyList<object?>> rows, CsvFormat format)
    {
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, format.Encoding, leaveOpen: true))
            CsvExport.Write(writer, ["text;a,b", "number"], rows, format);
        return bytes.ToArray();
    }
}
