using System.Text.Json;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>Cell values by type, as written and as they come back; null is an empty cell.</summary>
public class CellTests
{
    private readonly AirtableCaller caller = new();

    [Theory]
    [InlineData("singleLineText", "\"a text\"", "\"a text\"")]
    [InlineData("multilineText", "\"two\\nlines\"", "\"two\\nlines\"")]
    [InlineData("multilineText", "\"\"", null)]
    [InlineData("richText", "\"text\"", "\"text\\n\"")]
    [InlineData("email", "\"a@b.example\"", "\"a@b.example\"")]
    [InlineData("checkbox", "true", "true")]
    [InlineData("checkbox", "false", null)]
    [InlineData("number", "2.5", "2.5")]
    [InlineData("number", "0", "0")]
    [InlineData("percent", "0.123", "0.123")]
    [InlineData("date", "\"2026-03-01\"", "\"2026-03-01\"")]
    [InlineData("dateTime", "\"2026-03-01T09:30:00.000Z\"", "\"2026-03-01T09:30:00.000Z\"")]
    [InlineData("dateTime", "\"2026-03-01T10:30:00+01:00\"", "\"2026-03-01T09:30:00.000Z\"")]
    [InlineData("dateTime", "\"2026-07-01T10:30:00\"", "\"2026-07-01T08:30:00.000Z\"")]
    [InlineData("singleSelect", "\"one\"", "\"one\"")]
    [InlineData("singleSelect", "null", null)]
    [InlineData("multipleSelects", "[\"two\",\"one\"]", "[\"two\",\"one\"]")]
    [InlineData("multipleSelects", "[]", null)]
    [InlineData("rating", "3", "3")]
    [InlineData("barcode", "{\"text\":\"123\"}", "{\"text\":\"123\"}")]
    [InlineData("singleCollaborator", "{\"id\":\"usr00000000000000\"}", "{\"id\":\"usr00000000000000\"}")]
    public void A_value_comes_back(string type, string written, string? read)
    {
        var field = Cell(type);
        var id = caller.Post($"{caller.Root}/Tasks", $"{{\"fields\":{{\"Cell\":{written}}}}}").ShouldPass().Json["id"]!.GetValue<string>();
        Assert.Equal(read, caller.Fields(id)[field]?.ToJsonString());
    }

    [Theory]
    [InlineData("singleLineText", "5")]
    [InlineData("singleLineText", "[\"a\"]")]
    [InlineData("number", "\"5\"")]
    [InlineData("number", "true")]
    [InlineData("checkbox", "\"true\"")]
    [InlineData("date", "\"1.3.2026\"")]
    [InlineData("date", "\"2026-02-30\"")]
    [InlineData("date", "20260301")]
    [InlineData("dateTime", "\"tomorrow\"")]
    [InlineData("singleSelect", "[\"one\"]")]
    [InlineData("multipleSelects", "\"one\"")]
    [InlineData("multipleRecordLinks", "\"rec00000000000000\"")]
    [InlineData("multipleRecordLinks", "[\"Acme\"]")]
    [InlineData("rating", "6")]
    [InlineData("barcode", "\"123\"")]
    public void Another_type_is_refused(string type, string written)
    {
        Cell(type);
        caller.Post($"{caller.Root}/Tasks", $"{{\"fields\":{{\"Cell\":{written}}}}}")
            .ShouldFail(422, "INVALID_VALUE_FOR_COLUMN", "Field \"Cell\" cannot accept the provided value");
    }

    [Theory]
    [InlineData("autoNumber")]
    [InlineData("createdTime")]
    [InlineData("lastModifiedTime")]
    public void A_computed_field_takes_nothing(string type)
    {
        caller.Base.AddFieldByHand("Tasks", new ByHandField("Cell", type));
        caller.Post($"{caller.Root}/Tasks", """{"fields":{"Cell":null}}""")
            .ShouldFail(422, "INVALID_VALUE_FOR_COLUMN", "Field \"Cell\" cannot accept a value because the field is computed");
    }

    [Theory]
    [InlineData("singleSelect", "\"three\"", "\"\"three\"\"")]
    [InlineData("singleSelect", "\"One\"", "\"\"One\"\"")]
    [InlineData("singleSelect", "\"\"", "\"\"\"\"")]
    [InlineData("multipleSelects", "[\"one\",\"three\"]", "\"\"three\"\"")]
    public void An_option_that_does_not_exist_is_refused(string type, string written, string text)
    {
        Cell(type);
        caller.Post($"{caller.Root}/Tasks", $"{{\"fields\":{{\"Cell\":{written}}}}}")
            .ShouldFail(422, "INVALID_MULTIPLE_CHOICE_OPTIONS", $"Insufficient permissions to create new select option {text}");
    }

    [Fact]
    public void A_link_to_a_record_that_is_not_there_is_refused()
    {
        caller.Post($"{caller.Root}/Tasks", """{"fields":{"Customer":["rec00000000000000"]}}""")
            .ShouldFail(422, "ROW_DOES_NOT_EXIST", "Record ID rec00000000000000 does not exist");
    }

    [Theory]
    [InlineData(false, 422)]
    [InlineData(true, 200)]
    public void A_date_takes_a_timestamp_as_the_switch_says(bool takes, int status)
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { DatesTakeTimestamps = takes };
        var answer = caller.Post($"{caller.Root}/Tasks", new { fields = new { Done = "2026-03-01T23:30:00.000Z" } });
        Assert.Equal(status, answer.Status);
        if (takes)
            Assert.Equal("2026-03-01", answer.Json["fields"]!["Done"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(100_000, 100_000, 200)]
    [InlineData(100_000, 100_001, 422)]
    [InlineData(0, 200_000, 200)]
    public void A_text_has_a_greatest_length(int most, int length, int status)
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { MaxCellLength = most };
        Assert.Equal(status, caller.Post($"{caller.Root}/Tasks", new { fields = new { Notes = new string('x', length) } }).Status);
    }

    private string Cell(string type)
    {
        object? options = type switch
        {
            "number" or "percent" => new { precision = 1 },
            "checkbox" => new { icon = "check", color = "greenBright" },
            "rating" => new { icon = "star", color = "yellowBright", max = 5 },
            "date" => new { dateFormat = new { name = "iso" } },
            "dateTime" => new { dateFormat = new { name = "iso" }, timeFormat = new { name = "24hour" }, timeZone = "Europe/Rome" },
            "singleSelect" or "multipleSelects" => new { choices = new[] { new { name = "one" }, new { name = "two" } } },
            _ => null,
        };
        caller.Base.AddFieldByHand("Tasks", type == "multipleRecordLinks" ? ByHandField.Link("Cell", "Customers") : new ByHandField("Cell", type, options));
        return "Cell";
    }
}
