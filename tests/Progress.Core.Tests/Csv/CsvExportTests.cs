using System.Globalization;
using Progress.Csv;
using Xunit;

namespace Progress.Tests.Csv;

public sealed class CsvExportTests
{
    private static readonly CsvFormat German = CsvFormat.Excel(CultureInfo.GetCultureInfo("de-DE"));

    public static TheoryData<object?, string> Values => new()
    {
        { null, "" },
        { "plain", "plain" },
        { "a,b", "\"a,b\"" },
        { "a;b", "a;b" },
        { "say \"hi\"", "\"say \"\"hi\"\"\"" },
        { "one\ntwo", "\"one\ntwo\"" },
        { " edge ", "\" edge \"" },
        { "=1+1", "=1+1" },
        { true, "true" },
        { 1234567, "1234567" },
        { -0.1, "-0.1" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 12.50m, "12.50" },
        { new DateTime(2026, 9, 30, 14, 5, 0, DateTimeKind.Utc), "2026-09-30T14:05:00Z" },
        { new DateTimeOffset(2026, 9, 30, 14, 5, 0, 250, TimeSpan.FromHours(2)), "2026-09-30T12:05:00.25Z" },
        { new DateOnly(2026, 9, 30), "2026-09-30" },
        { DayOfWeek.Friday, "Friday" },
        { new[] { "a", "b" }, "a;b" },
        { new object[] { new Gate("dials", 3), 1.5 }, "dials 3;1.5" },
        { Array.Empty<string>(), "" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Machine_values_are_invariant(object? value, string expected)
    {
        using var _ = Cultures.Use("de-DE");
        Assert.Equal($"x,y\n{expected},1\n", Written(["x", "y"], [value, 1], CsvFormat.Machine));
    }

    [Fact]
    public void Excel_uses_separator_and_decimal_sign_of_the_culture_and_CRLF() =>
        Assert.Equal("a;b;c;d\r\n-1,5;1234,25;2026-09-30;true\r\n",
            Written(["a", "b", "c", "d"], [-1.5, 1234.25m, new DateOnly(2026, 9, 30), true], German));

    [Theory]
    [InlineData("en-US", ',', "-1.5")]
    [InlineData("sv-SE", ';', "-1,5")]
    [InlineData("fr-FR", ';', "-1,5")]
    [InlineData("fa-IR", ';', "-1٫5")]
    [InlineData("en-DE", ';', "-1,5")]
    [InlineData("", ',', "-1.5")]
    public void Every_culture_writes_a_separator_that_is_recognised_and_an_ASCII_minus(string culture, char separator, string number)
    {
        var format = CsvFormat.Excel(CultureInfo.GetCultureInfo(culture));
        Assert.Equal($"a{separator}b\r\n{number}{separator}x\r\n", Written(["a", "b"], [-1.5, "x"], format));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("-Ana", "'-Ana")]
    [InlineData("@x", "'@x")]
    [InlineData("+1", "'+1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("\n=x", "\"'\n=x\"")]
    [InlineData("\0=x", "'\0=x")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("'x", "''x")]
    [InlineData("'", "''")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void Excel_neutralises_text_that_would_run(string text, string expected) =>
        Assert.Equal($"a;b\r\n{expected};1\r\n", Written(["a", "b"], [text, 1], German));

    [Fact]
    public void Excel_neutralises_headers_and_lists_too() =>
        Assert.Equal("'=a;b\r\n\"'=1;2\";-3\r\n", Written(["=a", "b"], [new[] { "=1", "2" }, -3], German));

    [Fact]
    public void An_empty_value_alone_in_its_row_is_no_empty_line()
    {
        var text = Written(["a"], [null], CsvFormat.Machine);
        Assert.Equal("a\n\"\"\n", text);
        using var rows = CsvSamples.Rows(text);
        Assert.Equal([""], CsvSamples.Drain(rows));
    }

    [Fact]
    public void A_separator_inside_a_header_does_not_mislead_the_reader()
    {
        var text = Written(["a;b;c;d", "e"], [1, 2], CsvFormat.Machine);
        using var rows = CsvSamples.Rows(text);
        Assert.Equal(["a;b;c;d", "e"], rows.Headers);
    }

    [Fact]
    public void Objects_become_columns_in_order_of_declaration()
    {
        using var writer = new StringWriter();
        CsvExport.Write(writer, [new Rep("Ana", 7, "hidden") { Gates = [new("dials", 3), new("deals", 1)] }], CsvFormat.Machine);
        Assert.Equal("Id,Name,Level,Gates,Later\n1,Ana,7,dials 3;deals 1,\n", writer.ToString());
    }

    [Fact]
    public void A_file_has_a_BOM_only_for_Excel()
    {
        var path = Path.GetTempFileName();
        CsvExport.WriteFile(path, [new Gate("dials", 3)], CsvFormat.Machine);
        Assert.Equal("Name,Have\ndials,3\n"u8.ToArray(), File.ReadAllBytes(path));
        CsvExport.WriteFile(path, ["Name"], [["é"]], German);
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "Name\r\né\r\n"u8], File.ReadAllBytes(path));
        File.Delete(path);
    }

    private static string Written(string[] headers, object?[] row, CsvFormat format)
    {
        using var writer = new StringWriter();
        CsvExport.Write(writer, headers, [row], format);
        return writer.ToString();
    }

    private sealed record Gate(string Name, int Have)
    {
        public override string ToString() => $"{Name} {Have}";
    }

    private abstract record Entity
    {
        public int Id => 1;
    }

    private sealed record Rep(string Name, int Level, [property: CsvIgnore] string Secret) : Entity
    {
        public IReadOnlyList<Gate> Gates { get; init; } = [];

        public string? Later { get; init; }
    }
}
