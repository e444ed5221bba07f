using Progress.Doubles;
using Progress.Doubles.Airtable;
using Progress.Sync;
using Xunit;
using static Progress.Tests.AirtablePlace;

namespace Progress.Tests.Sync;

public sealed class AirtableConformanceTests : ProviderConformance
{
    public static new TheoryData<string> Switches => [.. Positions.Keys];

    private protected override RemotePlace Place(string position) => new AirtablePlace(position);

    [Theory]
    [MemberData(nameof(Switches))]
    public void Records_are_added_and_changed_by_their_keys_and_come_back_as_they_were_written(string position)
    {
        using var place = new AirtablePlace(position);
        var customer = place.Base.Records(Assets)[1]["id"]!.GetValue<string>();
        var writes = Enumerable.Range(0, 25).Select(i => ByKey(
            Id($"new {i}"), ("Task Name", $"Task \"{i}\""), ("Task Source", "custom"), ("Status", i % 2 == 0 ? "completed" : "in_progress"),
            ("Completed Date", i % 2 == 0 ? "2026-09-01" : null), ("Competency Impact", i % 10 + 1), ("Customer ID", Links(customer)))).ToArray();

        var first = place.Write(writes);
        var again = place.Write(writes);

        Assert.All(first.Concat(again), o => Assert.Equal(WriteFate.Applied, o.Fate));
        Assert.Equal(28, place.Base.Count(Tasks));
        Assert.Equal(writes.Select(w => w.Key), again.Select(o => o.Record!.Key));
        Assert.Equal(first.Select(o => o.Record!.Id), again.Select(o => o.Record!.Id));
        var row = place.Provider.Read(EntityNames.TaskProgress, [Id("new 4")], default).Single().Fields;
        Assert.Equal(
            ("Task \"4\"", "2026-09-01", 5.0, $"""["{customer}"]"""),
            (row["Task Name"]!.GetValue<string>(), row["Completed Date"]!.GetValue<string>(), row["Competency Impact"]!.GetValue<double>(), row["Customer ID"]!.ToJsonString()));
        Assert.Null(row["Completion Notes"]);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_lost_answer_at_any_request_leaves_no_record_twice_and_none_out(string position)
    {
        using var place = new AirtablePlace(position);
        var known = place.RecordId(Keys[0]);
        Fault[] faults = [Fault.DropAfter, Fault.TruncateAfter, Fault.ErrorAfter, Fault.BrokenJson, Fault.Html502, AirtableFault.Unavailable(TimeSpan.FromSeconds(3))];
        foreach (var (fault, i) in faults.Select((f, i) => (f, i)))
        {
            var writes = Enumerable.Range(0, 21).Select(n => ByKey(Id($"{i}.{n}"), ("Task Name", $"{i}.{n}"))).Append(ById(known, ("Task Name", $"fault {i}"))).ToArray();
            place.Faults.Next(fault, r => r.Method == "PATCH", times: 2);

            Assert.All(place.Write(writes), o => Assert.Equal(WriteFate.Applied, o.Fate));
            Assert.Equal($"fault {i}", place.Base.Record(Tasks, known)!["fields"]!["Task Name"]!.GetValue<string>());
        }

        Assert.Equal(3 + (faults.Length * 21), place.Base.Count(Tasks));
        Assert.All(place.Rows, r => Assert.Single(r));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void One_bad_record_does_not_hold_up_the_others(string position)
    {
        using var place = new AirtablePlace(position);
        var gone = place.RecordId(Keys[2]);
        place.Base.Remove(Tasks, gone);
        var writes = Enumerable.Range(0, 12).Select(i => ByKey(Id($"new {i}"), ("Task Name", $"{i}"), ("Status", "skipped"))).ToArray();
        writes[3].Fields["Status"] = "unheard of";
        writes[7].Fields["Competency Impact"] = "many";
        writes[9] = ById(gone, ("Task Name", "gone"));
        writes[10].Fields["Customer ID"] = Links("recAAAAAAAAAAAAAA");

        var outcomes = place.Write(writes);

        Assert.Equal(
            [.. Enumerable.Range(0, 12).Select(i => i is 3 or 7 or 10 ? WriteFate.Refused : i == 9 ? WriteFate.Lost : WriteFate.Applied)], outcomes.Select(o => o.Fate));
        Assert.All(outcomes.Where(o => o.Fate == WriteFate.Refused), o => Assert.StartsWith("Airtable at 127.0.0.1:4001 says that ", o.Reason));
        Assert.Equal(10, place.Base.Count(Tasks));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_key_that_several_records_have_goes_to_the_oldest_and_that_is_said(string position)
    {
        using var place = new AirtablePlace(position);
        var oldest = place.RecordId(Keys[1]);
        var other = place.Base.Add(Tasks, Cells(("Task Name", "copied by hand"), ("SyncKey", Keys[1])));
        place.Settle();

        var outcomes = place.Write(ByKey(Id("new"), ("Task Name", "new")), ByKey(Keys[1], ("Task Name", "written")));

        Assert.All(outcomes, o => Assert.Equal(WriteFate.Applied, o.Fate));
        Assert.Equal((null, oldest), (outcomes[0].Reason, outcomes[1].Record!.Id));
        Assert.Contains($"2 records with the SyncKey {Keys[1]}", outcomes[1].Reason);
        Assert.Contains(other, outcomes[1].Reason);
        Assert.Equal(5, place.Base.Count(Tasks));
        Assert.Equal("copied by hand", place.Base.Record(Tasks, other)!["fields"]!["Task Name"]!.GetValue<string>());
        Assert.Equal(2, place.Provider.Read(EntityNames.TaskProgress, [Keys[1]], default).Count);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void Records_come_page_by_page_and_then_only_those_that_changed(string position)
    {
        using var place = new AirtablePlace(position);
        for (var i = 0; i < 250; i++) place.Base.Add(Tasks, Cells(("Task Name", $"{i}"), ("SyncKey", Id($"many {i}"))));
        place.Settle();

        var pages = place.Provider.Changes(EntityNames.TaskProgress, null, default).ToList();
        Assert.Equal([100, 100, 53], pages.Select(p => p.Records.Count));
        Assert.Equal(253, pages.SelectMany(p => p.Records).Select(r => r.Id).Distinct().Count());
        Assert.All(pages.SkipLast(1), p => Assert.Null(p.Cursor));

        place.Settle();
        place.Base.Edit(Tasks, place.RecordId(Id("many 7")), Cells(("Status", "skipped")));
        place.Base.Add(Tasks, Cells(("Task Name", "made by hand")));
        place.Settle();
        var changed = place.Provider.Changes(EntityNames.TaskProgress, pages[^1].Cursor, default).ToList();
        Assert.Equal(["", Id("many 7")], changed.SelectMany(p => p.Records).Select(r => r.Key).Order());

        place.Settle();
        var nothing = place.Provider.Changes(EntityNames.TaskProgress, changed[^1].Cursor, default).Single();
        Assert.Empty(nothing.Records);
        Assert.True(string.CompareOrdinal(nothing.Cursor, changed[^1].Cursor) > 0);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void What_changes_while_a_list_is_read_comes_then_or_with_the_next(string position)
    {
        using var place = new AirtablePlace(position);
        for (var i = 0; i < 300; i++) place.Base.Add(Tasks, Cells(("Task Name", $"{i}"), ("SyncKey", Id($"many {i}"))));
        var names = new Dictionary<string, string>();
        var (cursor, random) = ((string?)null, new Random(20260930));
        for (var round = 0; round < 4; round++)
        {
            var edits = round == 3 ? 0 : 15;
            place.Clock.Advance(TimeSpan.FromSeconds(random.Next(90)));
            foreach (var page in place.Provider.Changes(EntityNames.TaskProgress, cursor, default))
            {
                foreach (var record in page.Records) names[record.Id] = record.Fields["Task Name"]!.GetValue<string>();
                cursor = page.Cursor;
                for (var i = 0; i < 5 && --edits >= 0; i++) place.Base.Edit(Tasks, place.RecordId(Id($"many {random.Next(300)}")), Cells(("Task Name", $"{round}.{i} {random.Next()}")));
                place.Clock.Advance(TimeSpan.FromSeconds(random.Next(3)));
            }
        }

        Assert.Equal(place.Base.Records(Tasks).ToDictionary(r => r["id"]!.GetValue<string>(), r => r["fields"]!["Task Name"]!.GetValue<string>()), names);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_list_that_the_server_forgets_is_begun_anew(string position)
    {
        using var place = new AirtablePlace(position);
        for (var i = 0; i < 250; i++) place.Base.Add(Tasks, Cells(("Task Name", $"{i}")));
        var ids = new List<string>();
        var forgotten = 0;
        foreach (var page in place.Provider.Changes(EntityNames.TaskProgress, null, default))
        {
            ids.AddRange(page.Records.Select(r => r.Id));
            if (forgotten++ < 2) place.Airtable.ExpireIterators();
        }

        Assert.Equal(253, ids.Count);
        Assert.Equal(253, ids.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void The_keys_of_all_records_are_read_alone(string position)
    {
        using var place = new AirtablePlace(position);
        var byHand = place.Base.Add(Tasks, Cells(("Task Name", "made by hand"), ("SyncKey", " not a key ")));

        var records = place.Changes(EntityNames.TaskProgressIds);

        Assert.Equal(Keys.Append("").Order(), records.Select(r => r.Key).Order());
        Assert.Equal(byHand, records.Single(r => r.Key.Length == 0).Id);
        Assert.All(place.Journal.Entries, e => Assert.DoesNotContain("filterByFormula", e.Body));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void Records_are_read_by_key_and_by_id_and_no_others(string position)
    {
        using var place = new AirtablePlace(position);
        var byHand = place.Base.Add(Tasks, Cells(("Task Name", "made by hand")));

        var read = place.Provider.Read(EntityNames.TaskProgress, [Keys[0].ToUpperInvariant(), byHand, Id("nobody"), "recAAAAAAAAAAAAAA"], default);

        Assert.Equal(new[] { place.RecordId(Keys[0]), byHand }.Order(), read.Select(r => r.Id).Order());
        Assert.Equal(["CUST_02"], place.Provider.Read(EntityNames.CustomerAsset, ["CUST_02", "CUST_0", "CUST_99\")"], default).Select(r => r.Key));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void No_request_has_an_empty_filter_a_typecast_or_a_plain_creation(string position)
    {
        using var place = new AirtablePlace(position);
        place.Provider.Check(default);
        place.ReadAll();
        place.Changes(EntityNames.CustomerAsset);
        place.Write(ByKey(Id("new"), ("Task Name", "new")), ById(place.RecordId(Keys[0]), ("Task Name", "changed")));

        foreach (var entry in place.Journal.Entries)
        {
            Assert.DoesNotContain("typecast", entry.Body);
            Assert.DoesNotContain("\"filterByFormula\":\"\"", entry.Body);
            Assert.True(entry.Method != "POST" || entry.Path.EndsWith("/listRecords", StringComparison.Ordinal), entry.Path);
        }
    }

    private static System.Text.Json.Nodes.JsonArray Links(string id) => new(id);
}
