using System.Text;
using Xunit;

namespace Progress.Tests.Csv;

public sealed class CsvEncodingTests
{
    private const string Text = "name;lead\nZoë;😀 Åsa\n";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16BE", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_BOM_names_the_encoding(string name, bool bom)
    {
        var encoding = Encoding.GetEncoding(name);
        using var rows = CsvSamples.Rows([.. bom ? encoding.Preamble : [], .. encoding.GetBytes(Text)]);
        Assert.Equal(["name", "lead"], rows.Headers);
        Assert.Equal(["Zoë|😀 Åsa"], CsvSamples.Drain(rows));
    }

    [Theory]
    [InlineData("\xE9")]
    [InlineData("\xC3")]
    [InlineData("\xC3(")]
    [InlineData("\xED\xA0\x80")]
    [InlineData("\xF0\x9F\x98")]
    [InlineData("\xC0\xAF")]
    public void A_byte_that_is_not_UTF8_makes_its_row_faulty_and_no_other(string bytes)
    {
        using var rows = CsvSamples.Rows(Encoding.Latin1.GetBytes($"a,b\n1,2\n\"x\ny\",{bytes}\n3,4\n"));
        Assert.True(rows.Read());
        Assert.True(rows.Read(out var fault));
        Assert.Equal(("InvalidUtf8", 4L, 2, "b"), (fault!.Id, fault.Line, fault.Field, fault.Column));
        Assert.Equal(["3|4"], CsvSamples.Drain(rows));
    }

    [Theory]
    [InlineData("a,\xE9\n1,2\n")]
    [InlineData("a,b\n1,\xE9")]
    public void An_invalid_byte_refuses_the_file_where_faults_are_not_skipped(string bytes)
    {
        var error = Assert.Throws<ProgressException>(() =>
        {
            using var rows = CsvSamples.Rows(Encoding.Latin1.GetBytes(bytes));
            rows.Read();
        });
        Assert.Equal("InvalidUtf8", error.Id);
        Assert.Contains("calls.csv, line ", error.Message);
    }

    [Fact]
    public void A_replacement_character_that_stands_in_the_file_is_no_fault()
    {
        using var rows = CsvSamples.Rows("a,b\n1,\uFFFD\n");
        Assert.Equal(["1|\uFFFD"], CsvSamples.Drain(rows));
    }

    [Theory]
    [InlineData(0xD83D, ' ')]
    [InlineData(' ', 0xDE00)]
    [InlineData(0xDE00, 0xD83D)]
    public void Half_a_character_of_UTF16_is_a_fault(int first, int second)
    {
        var text = $"a,b\n1,{(char)first}{(char)second}\n3,4\n";
        byte[] bytes = [0xFF, 0xFE, .. text.SelectMany(c => new[] { (byte)c, (byte)(c >> 8) })];
        using var rows = CsvSamples.Rows(bytes);
        Assert.Equal(["!InvalidUtf16", "3|4"], CsvSamples.Drain(rows));
    }

    [Fact]
    public void An_odd_last_byte_of_UTF16_is_a_fault()
    {
        using var rows = CsvSamples.Rows([0xFE, 0xFF, 0, (byte)'a', 0, (byte)'\n', 0, (byte)'1', 0]);
        Assert.Equal(["!InvalidUtf16"], CsvSamples.Drain(rows));
    }

    [Fact]
    public void UTF16_is_read_alike_wherever_its_blocks_end()
    {
        for (var pad = 32_750; pad < 32_780; pad++)
        {
            var text = $"a,b\n{new string('x', pad)},😀😀é\n";
            using var rows = CsvSamples.Rows([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]);
            Assert.Equal([$"{new string('x', pad)}|😀😀é"], CsvSamples.Drain(rows));
        }
    }
}
