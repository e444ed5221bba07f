using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>The official client writes to the double.</summary>
public class NpmWriteTests(NpmClient client)
{
    [Fact]
    public void One_record_is_made_read_changed_replaced_and_removed()
    {
        using var place = new NpmPlace(client);
        var id = place.Value("create", new { records = new { Notes = "a", Impact = 1 } })["id"]!.GetValue<string>();
        Assert.Equal("""{"Notes":"a","Impact":1}""", place.Value("find", new { id })["fields"]!.ToJsonString());
        Assert.Equal("""{"Notes":"a","Impact":2}""", place.Value("update", new { id, records = new { Impact = 2 } })["fields"]!.ToJsonString());
        Assert.Equal("""{"Impact":3}""", place.Value("replace", new { id, records = new { Impact = 3 } })["fields"]!.ToJsonString());
        Assert.Equal(id, place.Value("destroy", new { ids = id }).GetValue<string>());
        Assert.Equal(0, place.Caller.Base.Count("Tasks"));
    }

    [Fact]
    public void Ten_records_are_made_changed_replaced_and_removed_in_their_order()
    {
        using var place = new NpmPlace(client);
        var made = place.Value("create", new { records = Enumerable.Range(0, 10).Select(i => new { fields = new { Impact = i, Notes = "n" } }) }).AsArray();
        Assert.Equal(Enumerable.Range(0, 10), ListTests.Numbers(made));
        var ids = made.Select(record => record!["id"]!.GetValue<string>()).Reverse().ToList();
        var changed = place.Value("update", new { records = ids.Select(id => new { id, fields = new { Status = "completed" } }) }).AsArray();
        Assert.Equal(Enumerable.Range(0, 10).Reverse(), ListTests.Numbers(changed));
        var replaced = place.Value("replace", new { records = ids.Select(id => new { id, fields = new { Impact = 5 } }) }).AsArray();
        Assert.All(replaced, record => Assert.Equal("""{"Impact":5}""", record!["fields"]!.ToJsonString()));
        Assert.Equal(ids, place.Value("destroy", new { ids }).AsArray().Select(id => id!.GetValue<string>()));
        Assert.Equal(0, place.Caller.Base.Count("Tasks"));
    }

    [Fact]
    public void Updating_with_performUpsert_makes_and_changes()
    {
        using var place = new NpmPlace(client);
        var id = place.Caller.Create(new { SyncKey = "k1", Notes = "stays" });
        var written = place.Value("update", new
        {
            records = new object[] { new { fields = new { SyncKey = "k2", Impact = 2 } }, new { fields = new { SyncKey = "k1", Impact = 1 } } },
            options = new { performUpsert = new { fieldsToMergeOn = new[] { "SyncKey" } } },
        }).AsArray();
        Assert.Equal([2, 1], ListTests.Numbers(written));
        Assert.Equal(id, written[1]!["id"]!.GetValue<string>());
        Assert.Equal("""{"SyncKey":"k1","Notes":"stays","Impact":1}""", place.Caller.Fields(id).ToJsonString());
        Assert.Equal(2, place.Caller.Base.Count("Tasks"));
    }

    [Fact]
    public void Typecast_makes_options()
    {
        using var place = new NpmPlace(client);
        place.ShouldRefuse("INVALID_MULTIPLE_CHOICE_OPTIONS", 422, "create", new { records = new { Status = "paused" } });
        var made = place.Value("create", new { records = new { Status = "paused" }, options = new { typecast = true } });
        Assert.Equal("paused", made["fields"]!["Status"]!.GetValue<string>());
    }

    [Fact]
    public void Eleven_records_which_the_client_sends_as_they_are_are_refused()
    {
        using var place = new NpmPlace(client);
        var ids = Enumerable.Range(0, 11).Select(_ => place.Caller.Create(new { })).ToList();
        place.ShouldRefuse("INVALID_RECORDS", 422, "create", new { records = ids.Select(_ => new { fields = new { } }) });
        place.ShouldRefuse("INVALID_RECORDS", 422, "update", new { records = ids.Select(id => new { id, fields = new { } }) });
        place.ShouldRefuse("INVALID_RECORDS", 422, "replace", new { records = ids.Select(id => new { id, fields = new { } }) });
        place.ShouldRefuse("INVALID_RECORDS", 422, "destroy", new { ids });
        Assert.Equal(11, place.Caller.Base.Count("Tasks"));
    }

    [Fact]
    public void A_creation_whose_answer_is_lost_is_an_error_to_the_client_and_one_record_there()
    {
        using var place = new NpmPlace(client);
        place.Airtable.Faults.Next(Fault.DropAfter);
        var refused = place.Refusal("create", new { records = new { SyncKey = "once" } });
        Assert.Equal("FetchError", refused["name"]!.GetValue<string>());
        Assert.Null(refused["statusCode"]);
        Assert.Equal("""{"SyncKey":"once"}""", Assert.Single(place.Caller.Base.Records("Tasks"))["fields"]!.ToJsonString());
    }
}
