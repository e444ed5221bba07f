using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class UpsertTests
{
    [Fact]
    public void None_creates_one_updates_and_ids_ignore_the_key()
    {
        var caller = new AirtableCaller();
        var (a, b) = (caller.Create(new { SyncKey = "k1", Notes = "stays" }), caller.Create(new { SyncKey = "k2" }));

        var answer = caller.Patch($"{caller.Root}/Tasks", new
        {
            performUpsert = new { fieldsToMergeOn = new[] { "SyncKey" } },
            records = new object[]
            {
                new { fields = new { SyncKey = "k1", Impact = 1 } }, new { fields = new { SyncKey = "k9", Impact = 9 } },
                new { id = b, fields = new { Impact = 2 } },
            },
        }).ShouldPass().Json;

        var records = answer["records"]!.AsArray().Select(record => record!).ToList();
        Assert.Equal([1, 9, 2], records.Select(record => record["fields"]!["Impact"]!.GetValue<int>()));
        Assert.Equal((a, b), (records[0]["id"]!.GetValue<string>(), records[2]["id"]!.GetValue<string>()));
        Assert.Equal([records[1]["id"]!.GetValue<string>()], Ids(answer, "createdRecords"));
        Assert.Equal([a, b], Ids(answer, "updatedRecords"));
        Assert.Equal("stays", caller.Fields(a)["Notes"]!.GetValue<string>());
        Assert.Equal(3, caller.Base.Count("Tasks"));
    }

    [Fact]
    public void Put_empties_what_is_not_named_and_keeps_what_is_computed()
    {
        var caller = new AirtableCaller();
        caller.Base.AddFieldByHand("Tasks", ByHandField.AutoNumber("No"));
        var id = caller.Create(new { SyncKey = "k1", Notes = "goes" });

        caller.Put($"{caller.Root}/Tasks", new
        {
            performUpsert = new { fieldsToMergeOn = new[] { "SyncKey" } }, records = new[] { new { fields = new { SyncKey = "k1", Impact = 4 } } },
        }).ShouldPass();

        Assert.Equal("""{"SyncKey":"k1","Impact":4,"No":1}""", caller.Fields(id).ToJsonString());
    }

    [Fact]
    public void Lists_of_created_and_updated_exist_only_for_upserts()
    {
        var caller = new AirtableCaller();
        var id = caller.Create(new { SyncKey = "k1" });
        var answer = caller.Patch($"{caller.Root}/Tasks", new { records = new[] { new { id, fields = new { Impact = 4 } } } }).ShouldPass();
        Assert.Equal(["records"], answer.Json.AsObject().Select(property => property.Key));
    }

    [Fact]
    public void Several_fields_match_together_and_may_be_given_by_id()
    {
        var caller = new AirtableCaller();
        caller.Create(new { SyncKey = "k", Impact = 1 });
        var ids = (string[])[caller.Base.FieldId("Tasks", "SyncKey"), caller.Base.FieldId("Tasks", "Impact")];
        Assert.Empty(Ids(caller.Upsert(ids, new { SyncKey = "k", Impact = 1 }).Json, "createdRecords"));
        Assert.Single(Ids(caller.Upsert(ids, new { SyncKey = "k", Impact = 2 }).Json, "createdRecords"));
    }

    [Theory]
    [InlineData("SyncKey", "text")]
    [InlineData("Notes", "long text")]
    [InlineData("Impact", 5)]
    [InlineData("Done", "2026-10-01")]
    [InlineData("Status", "completed")]
    public void Keys_can_be_of_many_types(string field, object value)
    {
        var caller = new AirtableCaller();
        var fields = new Dictionary<string, object> { [field] = value };
        Assert.Single(Ids(caller.Upsert([field], fields).ShouldPass().Json, "createdRecords"));
        Assert.Single(Ids(caller.Upsert([field], fields).ShouldPass().Json, "updatedRecords"));
    }

    [Fact]
    public void A_request_that_cannot_be_carried_out_whole_is_not_carried_out_at_all()
    {
        var caller = new AirtableCaller();
        caller.Upsert(new { SyncKey = "a", Impact = 1 }, new { SyncKey = "b", Impact = "two" }).ShouldFail(422, "INVALID_VALUE_FOR_COLUMN", "Impact");
        Assert.Equal(0, caller.Base.Count("Tasks"));
    }

    [Theory]
    [InlineData(SeveralMatches.InvalidRecords, "INVALID_RECORDS")]
    [InlineData(SeveralMatches.InvalidRequest, "INVALID_REQUEST_UNKNOWN")]
    public void Two_records_with_the_key_are_refused(SeveralMatches how, string type)
    {
        var caller = new AirtableCaller(new AirtableSwitches { SeveralMatches = how });
        caller.Create(new { SyncKey = "twice" });
        caller.Create(new { SyncKey = "twice" });
        caller.Upsert(new { SyncKey = "once" }, new { SyncKey = "twice" }).ShouldFail(422, type);
        Assert.Equal(2, caller.Base.Count("Tasks"));
    }

    [Fact]
    public void An_id_that_is_not_there_creates_nothing()
    {
        var caller = new AirtableCaller();
        caller.Patch($"{caller.Root}/Tasks", new
        {
            performUpsert = new { fieldsToMergeOn = new[] { "SyncKey" } },
            records = new[] { new { id = "rec00000000000000", fields = new { SyncKey = "k" } } },
        }).ShouldFail(422, "ROW_DOES_NOT_EXIST", "rec00000000000000");
        Assert.Equal(0, caller.Base.Count("Tasks"));
    }

    [Theory]
    [InlineData(422, "INVALID_REQUEST_UNKNOWN")]
    [InlineData(422, "INVALID_REQUEST_UNKNOWN", "SyncKey", "Notes", "Impact", "Done")]
    [InlineData(422, "UNKNOWN_FIELD_NAME", "Key")]
    [InlineData(422, "INVALID_REQUEST_UNKNOWN", "No")]
    [InlineData(422, "INVALID_REQUEST_UNKNOWN", "Urgent")]
    [InlineData(422, "INVALID_REQUEST_MISSING_FIELDS", "Notes")]
    public void Merge_fields_are_one_to_three_that_can_be_written_and_are_given(int status, string type, params string[] keys)
    {
        var caller = new AirtableCaller();
        caller.Base.AddFieldByHand("Tasks", ByHandField.AutoNumber("No"));
        caller.Upsert(keys, new { SyncKey = "k" }).ShouldFail(status, type);
    }

    [Fact]
    public void Eleven_records_are_refused()
    {
        var caller = new AirtableCaller();
        caller.Upsert([.. Enumerable.Range(0, 11).Select(i => new { SyncKey = $"k{i}" })]).ShouldFail(422, "INVALID_RECORDS", "up to 10");
    }

    [Theory]
    [InlineData(false, false, "Key", "key", false)]
    [InlineData(true, false, "Key", "key", true)]
    [InlineData(false, false, "key", " key ", false)]
    [InlineData(false, true, "key", " key ", true)]
    [InlineData(true, true, "KEY", " key", true)]
    public void Case_and_blanks_of_keys_count_as_the_switches_say(bool ignoresCase, bool trims, string there, string sent, bool matches)
    {
        var caller = new AirtableCaller(new AirtableSwitches { UpsertIgnoresCase = ignoresCase, UpsertTrims = trims });
        caller.Create(new { SyncKey = there });
        caller.Upsert(new { SyncKey = sent }).ShouldPass();
        Assert.Equal(matches ? 1 : 2, caller.Base.Count("Tasks"));
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public void An_empty_key_matches_as_the_switch_says(bool matches, int records)
    {
        var caller = new AirtableCaller(new AirtableSwitches { UpsertMatchesEmpty = matches });
        caller.Create(new { Impact = 1 });
        caller.Upsert(new { SyncKey = (string?)null, Impact = 2 }).ShouldPass();
        Assert.Equal(records, caller.Base.Count("Tasks"));
    }

    [Theory]
    [InlineData(SameNewKey.CreatesBoth, 200, 2)]
    [InlineData(SameNewKey.UpdatesFirst, 200, 1)]
    [InlineData(SameNewKey.Refused, 422, 0)]
    public void The_same_new_key_twice_in_a_request_is_as_the_switch_says(SameNewKey how, int status, int records)
    {
        var caller = new AirtableCaller(new AirtableSwitches { SameNewKey = how });
        Assert.Equal(status, caller.Upsert(new { SyncKey = "k", Impact = 1 }, new { SyncKey = "k", Impact = 2 }).Status);
        Assert.Equal(records, caller.Base.Count("Tasks"));
    }

    [Theory]
    [InlineData(false, 422)]
    [InlineData(true, 200)]
    public void Numbers_are_taken_for_the_text_of_a_key_as_the_switch_says(bool converts, int status)
    {
        var caller = new AirtableCaller(new AirtableSwitches { UpsertConvertsKey = converts });
        caller.Create(new { SyncKey = "5" });
        Assert.Equal(status, caller.Upsert(new { SyncKey = 5 }).Status);
        Assert.Equal(1, caller.Base.Count("Tasks"));
    }

    [Fact]
    public void A_changed_key_is_found_under_its_new_text_only()
    {
        var caller = new AirtableCaller();
        caller.Upsert(new { SyncKey = "old" });
        var id = Ids(caller.Upsert(new { SyncKey = "old" }).Json, "updatedRecords").Single();
        caller.Patch($"{caller.Root}/Tasks/{id}", new { fields = new { SyncKey = "new" } });
        Assert.Equal([id], Ids(caller.Upsert(new { SyncKey = "new" }).Json, "updatedRecords"));
        caller.Delete($"{caller.Root}/Tasks/{id}");
        Assert.Single(Ids(caller.Upsert(new { SyncKey = "new" }).Json, "createdRecords"));
        Assert.Single(Ids(caller.Upsert(new { SyncKey = "old" }).Json, "createdRecords"));
    }

    private static IEnumerable<string> Ids(JsonNode answer, string name) => answer[name]!.AsArray().Select(id => id!.GetValue<string>());
}
