using Progress.Json;
using Xunit;

namespace Progress.Tests;

public sealed class JsonFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("progress-json-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_read_without_its_byte_order_mark() => Assert.Equal("{\"ä\":1}", Read([0xEF, 0xBB, 0xBF, .. "{\"ä\":1}"u8]));

    [Fact]
    public void A_missing_file_is_named()
    {
        var refused = Refused("missing.json");

        Assert.Equal(("FileNotFound", ErrorKind.NotFound), (refused.Id, refused.Kind));
        Assert.Contains("missing.json' does not exist", refused.Message);
    }

    [Fact]
    public void A_folder_is_no_file() => Assert.Equal("NotAFile", Refused(".").Id);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_with_their_line()
    {
        var refused = Assert.Throws<ProgressException>(() => Read([.. "{\n\"a\": \""u8, 0xE4, .. "\"}"u8]));

        Assert.Equal("InvalidRuleSet", refused.Id);
        Assert.Contains("x.json:2: the bytes there are not UTF-8", refused.Message);
    }

    [Fact]
    public void A_file_as_large_as_allowed_is_read() => Assert.Equal(JsonFile.MaximumBytes, Read(new byte[JsonFile.MaximumBytes]).Length);

    [Fact]
    public void A_larger_file_is_refused()
    {
        var refused = Assert.Throws<ProgressException>(() => Read(new byte[JsonFile.MaximumBytes + 1]));

        Assert.Equal("InvalidRuleSet", refused.Id);
        Assert.Contains("larger than 4 MiB", refused.Message);
    }

    private string Read(byte[] content)
    {
        var path = Path.Combine(_folder, "x.json");
        File.WriteAllBytes(path, content);
        return JsonFile.ReadText(path, "InvalidRuleSet");
    }

    private ProgressException Refused(string name) =>
        Assert.Throws<ProgressException>(() => JsonFile.ReadText(Path.Combine(_folder, name), "InvalidRuleSet"));
}
