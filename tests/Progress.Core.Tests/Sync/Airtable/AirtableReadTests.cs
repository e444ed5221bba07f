using Progress.Doubles;
using Progress.Doubles.Airtable;
using Progress.Sync;
using Xunit;
using static Progress.Tests.AirtablePlace;

namespace Progress.Tests.Sync;

public sealed class AirtableReadTests
{
    [Fact]
    public void A_record_has_every_field_that_is_there_with_our_names_and_empty_ones_are_null()
    {
        using var place = new AirtablePlace();
        place.Base.AddFieldByHand(Tasks, ByHandField.AutoNumber("Progress ID"));
        place.Base.AddFieldByHand(Tasks, ByHandField.LastModifiedTime("Last Updated"));
        var customer = place.Base.Records(Assets)[0]["id"]!.GetValue<string>();
        var made = place.Clock.GetUtcNow().UtcDateTime;
        var id = place.Base.Add(Tasks, Cells(("Task Name", "new"), ("SyncKey", Keys[0].ToUpperInvariant() + " "), ("Customer ID", new System.Text.Json.Nodes.JsonArray(customer))));
        place.Settle();
        place.Base.Edit(Tasks, id, Cells(("Status", "skipped")));

        var record = place.Another().Read(EntityNames.TaskProgress, [id], default).Single();

        Assert.Equal((id, Keys[0], made, made.AddMinutes(5)), (record.Id, record.Key, record.CreatedAt, record.UpdatedAt));
        Assert.Equal(4, record.Fields["Progress ID"]!.GetValue<int>());
        Assert.Equal(made, DateTime.Parse(record.Fields["Created Date"]!.GetValue<string>()).ToUniversalTime());
        Assert.Equal($"""["{customer}"]""", record.Fields["Customer ID"]!.ToJsonString());
        Assert.True(record.Fields.ContainsKey("Completion Notes"));
        Assert.Null(record.Fields["Completion Notes"]);
    }

    [Fact]
    public void Without_the_field_there_is_no_time_of_a_change_and_still_one_of_the_creation()
    {
        using var place = new AirtablePlace();

        var record = place.ReadAll()[0];

        Assert.Null(record.UpdatedAt);
        Assert.False(record.Fields.ContainsKey("Last Updated"));
        Assert.Equal("2026-09-30T12:00:00.000Z", record.Fields["Created Date"]!.GetValue<string>());
    }

    [Fact]
    public void A_formula_that_cannot_be_worked_out_is_empty()
    {
        using var place = new AirtablePlace();
        foreach (var (name, status) in new[] { ("Active Tasks Count", "in_progress"), ("Completed Tasks Count", "completed") })
            place.Base.AddFieldByHand(Assets, ByHandField.Rollup(name, "Customer Task Progress", "Status", "COUNTA(values)", $"{{Status}} = \"{status}\""));
        place.Base.AddFieldByHand(Assets, ByHandField.Formula("Task Completion Rate", "{Completed Tasks Count} / ({Completed Tasks Count} + {Active Tasks Count})"));

        var record = place.Another().Read(EntityNames.CustomerAsset, ["CUST_01"], default).Single();

        Assert.Null(record.Fields["Task Completion Rate"]);
        Assert.Equal(0, record.Fields["Active Tasks Count"]!.GetValue<double>());
    }

    [Theory]
    [InlineData(FaultKind.DuplicatePage)]
    [InlineData(FaultKind.RepeatedCursor)]
    [InlineData(FaultKind.Reorder)]
    public void A_list_with_a_bad_page_is_whole_or_a_fault_and_never_ended_early(FaultKind kind)
    {
        using var place = new AirtablePlace();
        for (var i = 0; i < 250; i++) place.Base.Add(Tasks, Cells(("Task Name", $"{i}")));
        place.Provider.Describe(default);
        place.Faults.Next(new Fault(kind), r => r.Path.EndsWith("/listRecords", StringComparison.Ordinal) && System.Text.Encoding.UTF8.GetString(r.Body).Contains("offset", StringComparison.Ordinal));
        var (records, cursor) = (0, (string?)null);
        try
        {
            foreach (var page in place.Provider.Changes(EntityNames.TaskProgress, null, default)) (records, cursor) = (records + page.Records.Count, page.Cursor);
            Assert.Equal(253, records);
            Assert.NotNull(cursor);
        }
        catch (RemoteException fault)
        {
            Assert.Equal(RemoteFault.BadAnswer, fault.Fault);
            Assert.Null(cursor);
        }
    }

    [Fact]
    public void The_watermark_is_the_servers_time_at_the_beginning_of_the_list()
    {
        using var place = new AirtablePlace();
        for (var i = 0; i < 150; i++) place.Base.Add(Tasks, Cells(("Task Name", $"{i}")));
        place.Provider.Describe(default);
        var began = place.Clock.GetUtcNow().UtcDateTime;
        string? cursor = null;
        foreach (var page in place.Provider.Changes(EntityNames.TaskProgress, null, default))
        {
            cursor = page.Cursor;
            place.Clock.Advance(TimeSpan.FromSeconds(40));
        }

        Assert.Equal($"{began:yyyy-MM-ddTHH:mm:ss}.000Z", cursor);
        place.Journal.Clear();
        place.Provider.Changes(EntityNames.TaskProgress, cursor, default).ToList();
        var since = $"{began.AddSeconds(-60):yyyy-MM-ddTHH:mm:ss}.000Z";
        Assert.Contains(
            $$"""OR(IS_AFTER(CREATED_TIME(), DATETIME_PARSE("{{since}}")), IS_AFTER(LAST_MODIFIED_TIME(), DATETIME_PARSE("{{since}}")))""",
            System.Text.Json.Nodes.JsonNode.Parse(place.Journal.Entries[0].Body)!["filterByFormula"]!.GetValue<string>());
    }

    [Fact]
    public void Many_keys_are_asked_for_a_hundred_at_a_time()
    {
        using var place = new AirtablePlace();
        var keys = Enumerable.Range(0, 230).Select(i => Id($"many {i}")).ToList();
        foreach (var key in keys) place.Base.Add(Tasks, Cells(("Task Name", key), ("SyncKey", key)));
        place.Provider.Describe(default);
        place.Journal.Clear();

        Assert.Equal(keys.Order(), place.Provider.Read(EntityNames.TaskProgress, keys, default).Select(r => r.Key).Order());
        Assert.Equal(3, place.Journal.Entries.Count);
    }

    [Fact]
    public void What_is_asked_over_sockets_comes_too()
    {
        using var place = new AirtablePlace(overHttp: true);
        place.Write(ByKey(Id("new"), ("Task Name", "new")));
        foreach (var fault in (Fault[])[Fault.Drop, Fault.TruncateAfter, Fault.Html502, AirtableFault.Error500])
        {
            place.Faults.Next(fault);
            Assert.Equal(4, place.Changes().Count);
        }

        Assert.NotNull(place.Provider.Changes(EntityNames.TaskProgress, null, default).Last().Cursor);
    }
}
