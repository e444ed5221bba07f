using System.Text;
using Progress.Csv;
using Xunit;

namespace Progress.Tests.Csv;

public sealed class CsvLongRowTests
{
    [Theory]
    [InlineData(-1, "sound")]
    [InlineData(0, "sound")]
    [InlineData(1, "LineTooLong")]
    [InlineData(100_000, "LineTooLong")]
    public void A_row_may_be_as_long_as_the_limit(int beyond, string expected)
    {
        var first = new string('x', CsvRows.MaxRowLength + beyond - 2);
        using var rows = CsvSamples.Rows($"a,b\n{first},1\n3,4\n");
        Assert.True(rows.Read(out var fault));
        Assert.Equal(expected, fault?.Id ?? "sound");
        Assert.Equal(["3|4"], CsvSamples.Drain(rows));
    }

    [Theory]
    [InlineData("x", "LineTooLong")]
    [InlineData("x,", "LineTooLong")]
    [InlineData("\"x\"", "LineTooLong")]
    [InlineData("\"", "LineTooLong")]
    [InlineData("\u00FF", "LineTooLong")]
    public void One_line_of_100_MB_is_a_fault_in_little_memory(string unit, string id)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var rows = CsvRows.Open(new Endless("a,b\n", unit, 99_999_996), "calls.csv", CsvFormat.Machine);
        var fault = Assert.Single(CsvSamples.Faults(rows));
        Assert.Equal((id, 2L, null), (fault.Id, fault.Line, fault.Raw));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    [Fact]
    public void A_quote_that_swallows_100_MB_is_named_by_the_line_that_opens_it()
    {
        using var rows = CsvRows.Open(new Endless("a,b\n1,\"", "2,3\n", 100_000_000), "calls.csv", CsvFormat.Machine);
        var fault = Assert.Single(CsvSamples.Faults(rows));
        Assert.Equal(("UnterminatedQuote", 2L), (fault.Id, fault.Line));
    }

    [Fact]
    public void A_header_of_100_MB_refuses_the_file()
    {
        var error = Assert.Throws<ProgressException>(
            () => CsvRows.Open(new Endless("", "x", 100_000_000), "calls.csv", CsvFormat.Machine));
        Assert.Equal("LineTooLong", error.Id);
    }

    /// <summary>A text repeated up to a number of bytes, never held as a whole.</summary>
    private sealed class Endless(string start, string unit, long length) : MemoryStream
    {
        private readonly byte[] _unit = Encoding.Latin1.GetBytes(unit);
        private long _at = -start.Length;

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - _at);
            for (var i = 0; i < count; i++, _at++) buffer[i] = _at < 0 ? (byte)start[start.Length + (int)_at] : _unit[_at % _unit.Length];
            return count;
        }
    }
}
