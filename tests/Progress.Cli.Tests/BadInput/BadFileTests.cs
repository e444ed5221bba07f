using System.Text;
using Xunit;

namespace Progress.Tests;

/// <summary>Files that cannot be used: each refused with its message, and nothing half-applied.</summary>
public sealed class BadFileTests : IDisposable
{
    private const string Good = $"a0000000-0000-4000-8000-000000000001,Call - CONTACT | 3:00 | Uma,2026-09-30T14:00:00Z,{Workplace.Ana}\n";
    private const string Header = "id,title,createdAt,workspaceMemberId\n";
    private readonly Workplace place = Workplace.WithReps();

    /// <summary>Contents, the error's id, and what its message must say.</summary>
    public static TheoryData<string, string, string> Contents => new()
    {
        { "", "EmptyFile", "The first line must name the columns" },
        { $"when,who\n{Good}", "MissingColumn", "has no column 'title'" },
        { Header + Good + "b0000000-0000-4000-8000-000000000002,\"Call - BUSY | 0:10,2026-09-30,\n", "UnterminatedQuote", "line 3" },
        { Header + Good + "b0000000-0000-4000-8000-000000000002,\"Call\" - BUSY,2026-09-30,\n", "BrokenQuoting", "line 3" },
        { Header + Good + "b0000000-0000-4000-8000-000000000002,Call - BUSY | 0:10\n", "WrongFieldCount", "line 3: the row has 2 fields, the header has 4" },
        { Header + Good + "not-a-uuid,Call - BUSY | 0:10,2026-09-30,\n", "InvalidRow", "line 3, id 'not-a-uuid': not a UUID" },
        { Header + Good + ",Call - BUSY | 0:10,2026-09-30,rep-7\n", "InvalidRow", "line 3, workspaceMemberId 'rep-7': not a UUID" },
        { Header + Good + ",Call - BUSY | 0:10,03/04/2026,\n", "InvalidRow", "line 3, createdAt '03/04/2026': not a" },
        { "[{\"title\":\"Call - BUSY | 0:10\",\"createdAt\":\"2026-09-30\"},\n{\"title\":\"Call", "InvalidJson", "line 2" },
        { "{\"data\":{\"people\":[]}}", "InvalidJson", "neither an array of notes" },
        { "{\"title\":\"Call - BUSY | 0:10\",\"createdAt\":\"2026-09-30\"}\n{\"title\":\"Call - BUSY | 0:10\",\"createdAt\":\"soon\"}\n", "InvalidRow", "line 2, createdAt 'soon'" },
    };

    public void Dispose() => place.Dispose();

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_file_that_is_not_sound_is_refused_as_a_whole(string text, string id, string message)
    {
        var before = StoreRows.All(place);

        var error = place.Refused(2, id, "import-calls", place.Write("notes.csv", text)).ErrorJson;

        Assert.Contains(message, error["message"]!.GetValue<string>());
        Assert.Equal(before, StoreRows.All(place));
    }

    [Fact]
    public void A_refused_file_says_what_imports_its_sound_rows()
    {
        var notes = place.Write("notes.csv", $"{Header}{Good}not-a-uuid,Call - BUSY | 0:10,2026-09-30,\n");

        Assert.EndsWith("Nothing was imported; --skip-invalid imports the other rows.\n", place.Run("import-calls", notes).Error);
    }

    [Fact]
    public void Invalid_UTF_8_is_refused_with_its_line()
    {
        File.WriteAllBytes(place["notes.csv"], [.. Encoding.UTF8.GetBytes($"{Header}{Good},Call - BUSY | 0:10 | Fran"), 0xE7, .. "ois,2026-09-30,\n"u8]);
        var before = StoreRows.All(place);

        var error = place.Refused(2, "InvalidUtf8", "import-calls", "notes.csv").ErrorJson;

        Assert.Contains("line 3", error["message"]!.GetValue<string>());
        Assert.Equal(before, StoreRows.All(place));
    }

    [Theory]
    [InlineData("import-calls", "NotAFile")]
    [InlineData("import-catalog", "NotAFile")]
    [InlineData("import-progress", "NotAFile")]
    [InlineData("add-activity --from", "NotAFile")]
    [InlineData("add-progress --from", "NotAFile")]
    [InlineData("rules test", "NotAFile")]
    public void A_file_that_is_missing_or_a_folder_is_named(string command, string id)
    {
        var missing = place.Refused(2, "FileNotFound", [.. command.Split(' '), "none.csv"]).ErrorJson;
        var folder = place.Refused(2, id, [.. command.Split(' '), place.Folder]).ErrorJson;

        Assert.Contains("none.csv", missing["message"]!.GetValue<string>());
        Assert.Contains(place.Folder, folder["message"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("id,title,createdAt\n", "LineTooLong")]
    [InlineData("[\"", "InvalidJson")]
    public void A_hundred_megabytes_on_one_line_are_refused(string beginning, string id)
    {
        using (var file = File.CreateText(place["notes.csv"]))
        {
            file.Write(beginning);
            var megabyte = new string('x', 1 << 20);
            for (var i = 0; i < 100; i++) file.Write(megabyte);
        }

        place.Refused(2, id, "import-calls", "notes.csv");
    }

    [Theory]
    [InlineData("\"step\": 5000", "\"step\": 0", "$.levels.step")]
    [InlineData("0, 100, 250", "0, 250, 250", "overlaps level 2")]
    [InlineData("\"schemaVersion\"", "\"colour\": 1, \"schemaVersion\"", "colour")]
    public void A_rule_set_that_contradicts_itself_is_refused_with_line_and_path(string from, string to, string message)
    {
        var json = Reps.RuleSetFile.DefaultJson.Replace(from, to);
        Assert.NotEqual(Reps.RuleSetFile.DefaultJson, json);

        var error = place.Refused(2, "InvalidRuleSet", "rules", "test", place.Write("rules.json", json)).ErrorJson;

        Assert.Contains(message, error["message"]!.GetValue<string>());
        Assert.Matches(@"rules\.json:\d+", error["message"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("reps --rep Nobody")]
    [InlineData("metrics --rep Nobody")]
    [InlineData("diagnose --rep Nobody")]
    [InlineData("report reps --rep Nobody --out card.md")]
    [InlineData("add-activity --rep Nobody --kind deal_closed")]
    public void An_unknown_rep_is_named_and_nothing_is_written(string command)
    {
        var before = StoreRows.All(place);

        place.Refused(2, "RepNotFound", command.Split(' '));
        Assert.Equal(before, StoreRows.All(place));
        Assert.False(File.Exists(place["card.md"]));
    }

    [Fact]
    public void A_header_of_activities_that_lacks_a_column_is_refused()
    {
        place.Refused(2, "MissingColumn", "add-activity", "--from", place.Write("many.csv", "rep,what\nAna Silva,deal_closed\n"));
    }
}
