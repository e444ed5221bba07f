using Progress.Csv;
using Xunit;

namespace Progress.Tests.Csv;

public sealed class CsvRowsTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "1|2")]
    [InlineData("a,b\r\n1,2\r\n", "1|2")]
    [InlineData("a,b\r1,2\r", "1|2")]
    [InlineData("a,b\n1,2", "1|2")]
    [InlineData("a;b\n1;2\n", "1|2")]
    [InlineData("a\tb\n1\t2\n", "1|2")]
    [InlineData("a\n1;2\n", "1;2")]
    [InlineData("\"a,x\";b\n1,5;2\n", "1,5|2")]
    [InlineData("a,b\n,\n", "|")]
    [InlineData("a,b\n\"1\",\"\"\n", "1|")]
    [InlineData("a,b\n\"x\"\"y\",\"1,2\"\n", "x\"y|1,2")]
    [InlineData("a,b\n\"\"\"\",\"\"\"x\"\"\"\n", "\"|\"x\"")]
    [InlineData("a,b\n\"one\ntwo\",\"three\r\nfour\"\n", "one\ntwo|three\r\nfour")]
    [InlineData("a,b\n 1 , 2 \n", " 1 | 2 ")]
    [InlineData("a,b\n1,2\n\n\r\n3,4\n\n", "1|2", "3|4")]
    [InlineData("\n\na,b\n1,2\n", "1|2")]
    [InlineData("a,b\n'1,it's\n", "'1|it's")]
    public void Sound_rows_are_read_as_they_are(string text, params string[] expected)
    {
        using var rows = CsvSamples.Rows(text);
        Assert.Equal(expected, CsvSamples.Drain(rows));
    }

    [Theory]
    [InlineData("a,b\n1\n", "WrongFieldCount", 2, null, "has 1 fields, the header has 2")]
    [InlineData("a,b\n1,2,3\n", "WrongFieldCount", 2, null, "has 3 fields, the header has 2")]
    [InlineData("a,b\n1,2\n\n\"x\ny\"\n", "WrongFieldCount", 4, null, "has 1 fields")]
    [InlineData("a,b\n1,5\" pipe\n", "BrokenQuoting", 2, 2, "inside an unquoted field")]
    [InlineData("a,b\n1, \"2\"\n", "BrokenQuoting", 2, 2, "inside an unquoted field")]
    [InlineData("a,b\n\"x\"y,2\n", "BrokenQuoting", 2, 1, "text follows the closing quote")]
    [InlineData("a,b\n\"x\" ,2\n", "BrokenQuoting", 2, 1, "text follows the closing quote")]
    [InlineData("a,b\n\"x\ny\",\"1\"2\n", "BrokenQuoting", 3, 2, "text follows the closing quote")]
    [InlineData("a,b\n1,\"2\n3,4\n", "UnterminatedQuote", 2, 2, "never closed")]
    [InlineData("a,b\n1,\"2\"\"", "UnterminatedQuote", 2, 2, "never closed")]
    [InlineData("a,b\n1,\"", "UnterminatedQuote", 2, 2, "never closed")]
    public void A_fault_names_its_line_field_and_reason(string text, string id, long line, int? field, string reason)
    {
        using var rows = CsvSamples.Rows(text);
        var fault = Assert.Single(CsvSamples.Faults(rows));
        Assert.Equal((id, line, field), (fault.Id, fault.Line, fault.Field));
        Assert.Contains(reason, fault.Reason);
        Assert.Equal(field is null ? null : rows.Headers[field.Value - 1], fault.Column);
        Assert.StartsWith($"calls.csv, line {line}", fault.ToString());
    }

    [Theory]
    [InlineData("a,b\n1\n3,4\n", "!WrongFieldCount", "3|4")]
    [InlineData("a,b\n\"Smith \"Bob\" Jones\",2\n3,4\n", "!BrokenQuoting", "3|4")]
    [InlineData("a,b\n5\" pipe,\"x\ny\"\n3,4\n", "!BrokenQuoting", "3|4")]
    [InlineData("a,b\n1,2\n3,\"4\n5,6\n", "1|2", "!UnterminatedQuote")]
    public void Reading_goes_on_behind_a_fault(string text, params string[] expected)
    {
        using var rows = CsvSamples.Rows(text);
        Assert.Equal(expected, CsvSamples.Drain(rows));
    }

    [Fact]
    public void Read_throws_the_fault_and_the_next_call_goes_on()
    {
        using var rows = CsvSamples.Rows("id,title\n1\n2,x\n");
        var error = Assert.Throws<ProgressException>(() => rows.Read());
        Assert.Equal(("WrongFieldCount", ErrorKind.InvalidData), (error.Id, error.Kind));
        Assert.Equal("calls.csv, line 2: the row has 1 fields, the header has 2.", error.Message);
        Assert.True(rows.Read());
        Assert.Equal("x", rows[1]);
        Assert.False(rows.Read());
    }

    [Fact]
    public void A_faulty_row_can_be_kept_as_it_stands()
    {
        using var rows = CsvSamples.Rows("a;b\n1;\"x\ny\";3\n4;5\n");
        Assert.Equal("1;\"x\ny\";3", Assert.Single(CsvSamples.Faults(rows)).Raw);
        Assert.Equal("a;b", rows.RawHeader);
    }

    [Fact]
    public void Line_is_where_a_row_starts()
    {
        using var rows = CsvSamples.Rows("a,b\n\"x\ny\r\nz\",2\n\n3,4\r\n5,6");
        var lines = new List<long>();
        while (rows.Read()) lines.Add(rows.Line);
        Assert.Equal([2, 6, 7], lines);
    }

    [Fact]
    public void Rows_are_read_alike_wherever_the_blocks_of_the_file_end()
    {
        for (var pad = 65_500; pad < 65_560; pad++)
        {
            var text = $"a,b\n{new string('x', pad)},\"1\r\n\"\"é😀\"\"\"\r\n\"\",\"5\"\r\n6\"7,8\r\nlast,\"\"";
            using var rows = CsvSamples.Rows(text);
            Assert.Equal([new string('x', pad) + "|1\r\n\"é😀\"", "|5", "!BrokenQuoting", "last|"], CsvSamples.Drain(rows));
        }
    }
}
