using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Doubles.Airtable;
using Progress.Sync;
using Xunit;
using static Progress.Tests.AirtablePlace;

namespace Progress.Tests.Sync;

public sealed class AirtableWriteTests
{
    [Fact]
    public void Records_are_written_ten_at_a_time()
    {
        using var place = new AirtablePlace();

        place.Write([.. Enumerable.Range(0, 25).Select(i => ByKey(Id($"{i}"), ("Task Name", $"{i}")))]);

        Assert.Equal(["PATCH", "PATCH", "PATCH"], place.Journal.Entries.Select(e => e.Method));
        Assert.Equal([10, 10, 5], place.Journal.Entries.Select(e => JsonNode.Parse(e.Body)!["records"]!.AsArray().Count));
    }

    [Fact]
    public void A_key_that_stands_twice_is_written_in_order_by_two_calls()
    {
        using var place = new AirtablePlace(switches: new AirtableSwitches { PerSecond = 0, SameNewKey = SameNewKey.CreatesBoth, UpsertIgnoresCase = true });

        var outcomes = place.Write(ByKey(Id("x"), ("Task Name", "first")), ByKey(Id("x").ToUpperInvariant(), ("Task Name", "second")));

        Assert.Equal(outcomes[0].Record!.Id, outcomes[1].Record!.Id);
        Assert.Equal("second", place.Rows[Id("x")].Single()["Task Name"]!.GetValue<string>());
        Assert.Equal(2, place.Journal.Entries.Count);
    }

    [Fact]
    public void What_cells_do_not_take_is_written_as_they_do()
    {
        using var place = new AirtablePlace(names: Offers("Interview buyers", "Price"));
        var customer = place.Base.Records(Assets)[0]["id"]!.GetValue<string>();

        place.Base.AddFieldByHand(Tasks, ByHandField.CreatedTime("Created Date"));
        place.Base.AddFieldByHand(Tasks, ByHandField.AutoNumber("Progress ID"));
        place.Provider.Describe(default);

        var task = place.Write(ByKey(
            Keys[0], ("Status", ""), ("Completed Date", "2026-09-01T23:30:00Z"), ("Created Date", "2020-01-01T00:00:00Z"), ("Progress ID", 7), ("Unknown", "x")))[0];
        var asset = place.Provider.Write(
            EntityNames.CustomerAsset,
            [ById(customer, ("Next Recommended Tasks", new JsonArray("Price", "not an option")), ("Task Completion Rate", 0.5), ("Task Progress Analytics", "{}"))], default)[0];

        Assert.Equal((WriteFate.Applied, WriteFate.Applied), (task.Fate, asset.Fate));
        var row = place.Rows[Keys[0]].Single();
        Assert.Equal((null, "2026-09-01"), (row["Status"], row["Completed Date"]!.GetValue<string>()));
        Assert.Equal("""["Price"]""", asset.Record!.Fields["Next Recommended Tasks"]!.ToJsonString());
        Assert.DoesNotContain("2020-01-01", place.Journal.Text);
    }

    [Fact]
    public void What_is_left_out_stays_and_null_empties()
    {
        using var place = new AirtablePlace();
        place.Write(ByKey(Keys[0], ("Stage Milestone", "Key Hires"), ("Competency Impact", 3)));

        place.Write(ByKey(Keys[0], ("Competency Impact", null)));

        var row = place.Rows[Keys[0]].Single();
        Assert.Equal(("Key Hires", "completed"), (row["Stage Milestone"]!.GetValue<string>(), row["Status"]!.GetValue<string>()));
        Assert.False(row.ContainsKey("Competency Impact"));
    }

    [Fact]
    public void A_record_made_by_hand_gets_its_key_by_its_id()
    {
        using var place = new AirtablePlace();
        var byHand = place.Base.Add(Tasks, Cells(("Task Name", "made by hand")));

        var outcome = place.Write(ById(byHand, ("SyncKey", Id("by hand"))))[0];

        Assert.Equal((byHand, Id("by hand")), (outcome.Record!.Id, outcome.Record.Key));
        Assert.Equal("made by hand", outcome.Record.Fields["Task Name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("retyped", "changed to the type singleLineText")]
    [InlineData("removed", "renamed or deleted")]
    [InlineData("renamed and taken", "renamed or deleted")]
    public void A_field_that_was_changed_there_stops_what_writes_it_and_is_named(string how, string words)
    {
        using var place = new AirtablePlace();
        place.Provider.Describe(default);
        if (how == "retyped") place.Base.RetypeField(Tasks, "Competency Impact", ByHandField.Text("Competency Impact"));
        else place.Base.RemoveField(Tasks, "Competency Impact");
        if (how == "renamed and taken") place.Base.AddFieldByHand(Tasks, ByHandField.Number("Impact"));
        var writes = Enumerable.Range(0, 12).Select(i => ByKey(Id($"{i}"), ("Task Name", "x"), ("Competency Impact", i < 10 ? null : 5))).ToArray();

        var fault = Assert.Throws<RemoteException>(() => place.Write(writes));

        Assert.Equal((RemoteFault.UnknownField, false), (fault.Fault, fault.EndsPass));
        Assert.Contains("\"Competency Impact\" of \"Customer Task Progress\"", fault.Message);
        Assert.Contains(words, fault.Message);
        Assert.Empty(fault.Outcomes);
    }

    [Fact]
    public void A_field_that_was_made_anew_is_found_again()
    {
        using var place = new AirtablePlace();
        place.Provider.Describe(default);
        place.Base.RemoveField(Tasks, "Competency Impact");
        place.Base.AddFieldByHand(Tasks, ByHandField.Number("Competency Impact"));

        Assert.Equal(WriteFate.Applied, place.Write(ByKey(Keys[0], ("Competency Impact", 5)))[0].Fate);
        Assert.Equal(5, place.Rows[Keys[0]].Single()["Competency Impact"]!.GetValue<double>());
    }

    [Fact]
    public void Without_what_a_record_needs_nothing_is_written()
    {
        using var place = new AirtablePlace();
        place.Base.RemoveField(Tasks, "Status");
        var write = ByKey(Id("x"), ("Task Name", "x")) with { Needs = ["Status"] };

        Assert.Contains("\"Status\"", Assert.Throws<RemoteException>(() => place.Another().Write(EntityNames.TaskProgress, [write], default)).Message);

        place.Base.RemoveField(Tasks, "SyncKey");
        var fault = Assert.Throws<RemoteException>(() => place.Another().Write(EntityNames.TaskProgress, [ByKey(Id("y"), ("Task Name", "y"))], default));
        Assert.Equal(RemoteFault.UnknownField, fault.Fault);
        Assert.Contains("\"SyncKey\"", fault.Message);
        Assert.Equal(3, place.Base.Count(Tasks));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    public void A_record_without_a_key_is_never_searched_for(string key)
    {
        using var place = new AirtablePlace();
        Assert.Throws<ArgumentException>(() => place.Write(ByKey(key, ("Task Name", "x"))));
        Assert.DoesNotContain(place.Journal.Entries, e => e.Method == "PATCH");
    }

    [Fact]
    public void A_customer_whose_key_is_a_formula_is_changed_by_its_id_and_not_added()
    {
        using var place = new AirtablePlace(ready: false);
        place.Base.AddTable(Assets, ByHandField.Text("Code"));
        place.Base.AddFieldByHand(Assets, ByHandField.Formula("Customer ID", "\"CUST_\" & {Code}"));
        var known = place.Base.Add(Assets, Cells(("Code", "01")));
        place.Provider.Create(default);

        var found = place.Provider.Read(EntityNames.CustomerAsset, ["CUST_01", "CUST_02"], default).Single();
        var outcomes = place.Provider.Write(
            EntityNames.CustomerAsset, [ById(known, ("Current Milestone Category", "Key_Hires")), ByKey("CUST_02", ("Current Milestone Category", "Key_Hires"))], default);

        Assert.Equal((known, "CUST_01"), (found.Id, found.Key));
        Assert.Equal([WriteFate.Applied, WriteFate.Refused], outcomes.Select(o => o.Fate));
        Assert.Contains("Add it there by hand", outcomes[1].Reason);
        Assert.Equal(1, place.Base.Count(Assets));
    }

    [Fact]
    public void A_batch_that_is_too_large_is_split_and_a_record_that_is_too_large_is_refused()
    {
        using var place = new AirtablePlace();
        place.Airtable.Switches = place.Airtable.Switches with { MaxBodyLength = 4_000 };
        var writes = Enumerable.Range(0, 10).Select(i => ByKey(Id($"{i}"), ("Task Name", "x"), ("Completion Notes", new string('n', i == 4 ? 5_000 : 700)))).ToArray();

        var outcomes = place.Write(writes);

        Assert.Equal([4], Enumerable.Range(0, 10).Where(i => outcomes[i].Fate == WriteFate.Refused));
        Assert.Contains("Shorten the text", outcomes[4].Reason);
        Assert.Equal(12, place.Base.Count(Tasks));
    }

    [Fact]
    public void A_text_that_no_cell_takes_is_refused_and_the_rest_goes_on()
    {
        using var place = new AirtablePlace();

        var outcomes = place.Write(
            ByKey(Id("a"), ("Task Name", "a"), ("Completion Notes", new string('n', 200_000))), ByKey(Id("b"), ("Task Name", "b")));

        Assert.Equal([WriteFate.Refused, WriteFate.Applied], outcomes.Select(o => o.Fate));
    }

    [Fact]
    public void A_key_that_somebody_wrote_in_capitals_too_does_not_hold_up_the_record()
    {
        using var place = new AirtablePlace(switches: new AirtableSwitches { PerSecond = 0, UpsertIgnoresCase = true });
        place.Base.Add(Tasks, Cells(("Task Name", "copied by hand"), ("SyncKey", Keys[0].ToUpperInvariant())));

        var outcome = place.Write(ByKey(Keys[0], ("Task Name", "written")))[0];

        Assert.Equal((WriteFate.Applied, place.RecordId(Keys[0])), (outcome.Fate, outcome.Record!.Id));
    }

    [Fact]
    public void A_service_that_goes_down_on_the_way_tells_what_was_done_before()
    {
        using var place = new AirtablePlace();
        var sent = 0;
        place.Faults.Next(Fault.Drop, r => r.Method == "PATCH" && ++sent > 2, times: 100);

        var fault = Assert.Throws<RemoteException>(() => place.Write([.. Enumerable.Range(0, 35).Select(i => ByKey(Id($"{i}"), ("Task Name", "x")))]));

        Assert.Equal((RemoteFault.Unreachable, 20), (fault.Fault, fault.Outcomes.Count));
        Assert.Equal(23, place.Base.Count(Tasks));
    }

    [Fact]
    public void A_month_that_is_used_up_there_is_said_once()
    {
        using var place = new AirtablePlace();
        place.Airtable.Switches = place.Airtable.Switches with { MonthlyCalls = 1 };
        place.Airtable.CallsThisMonth = 10;

        var fault = Assert.Throws<RemoteException>(() => place.Write(ByKey(Id("x"), ("Task Name", "x"))));

        Assert.Equal((RemoteFault.QuotaExhausted, true), (fault.Fault, fault.EndsPass));
        Assert.Single(place.Journal.Entries);
    }
}
