using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class IteratorTests
{
    [Fact]
    public void A_list_that_was_ended_must_be_started_anew()
    {
        var caller = ListTests.WithTasks(3);
        var offset = FirstOffset(caller);
        caller.Airtable.ExpireIterators();
        var answer = caller.Page(("pageSize", "2"), ("offset", offset));
        answer.ShouldFail(422, "LIST_RECORDS_ITERATOR_NOT_AVAILABLE");
        Assert.Equal("""{"error":{"type":"LIST_RECORDS_ITERATOR_NOT_AVAILABLE"}}""", answer.Text);
    }

    [Fact]
    public void A_list_ends_after_its_time()
    {
        var caller = ListTests.WithTasks(3, new AirtableSwitches { IteratorSeconds = 300 });
        var offset = FirstOffset(caller);
        caller.Clock.Now += TimeSpan.FromSeconds(299);
        caller.Page(("pageSize", "2"), ("offset", offset)).ShouldPass();
        caller.Clock.Now += TimeSpan.FromSeconds(1);
        caller.Page(("pageSize", "2"), ("offset", offset)).ShouldFail(422, "LIST_RECORDS_ITERATOR_NOT_AVAILABLE");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("itr00000000000000")]
    [InlineData("itr00000000000000/xyz")]
    public void Garbage_is_no_offset(string offset)
    {
        ListTests.WithTasks(1).Page(("offset", offset)).ShouldFail(422, "INVALID_OFFSET_VALUE", offset);
    }

    [Fact]
    public void An_offset_belongs_to_its_table_and_parameters()
    {
        var caller = ListTests.WithTasks(3);
        var offset = FirstOffset(caller);
        caller.Page(("pageSize", "2"), ("filterByFormula", "{Impact}>0"), ("offset", offset)).ShouldFail(422, "INVALID_OFFSET_VALUE");
        caller.Get($"{caller.Root}/Customers?offset={Uri.EscapeDataString(offset)}").ShouldFail(422, "INVALID_OFFSET_VALUE");
    }

    [Theory]
    [InlineData(Paging.Snapshot, 4)]
    [InlineData(Paging.Live, 6)]
    public void Rows_that_change_meanwhile_come_as_the_switch_says(Paging paging, int rows)
    {
        var caller = ListTests.WithTasks(4, new AirtableSwitches { Paging = paging });
        var first = caller.Page(("pageSize", "2")).Json;
        caller.Base.Edit("Tasks", first["records"]![0]!["id"]!.GetValue<string>(), new { Notes = "edited" });
        caller.Create(new { Impact = 9 });

        var (seen, offset) = (2, first["offset"]?.GetValue<string>());
        while (offset is not null)
        {
            var page = caller.Page(("pageSize", "2"), ("offset", offset)).ShouldPass().Json;
            seen += page["records"]!.AsArray().Count;
            offset = page["offset"]?.GetValue<string>();
        }

        Assert.Equal(rows, seen);
    }

    [Fact]
    public void A_row_that_was_removed_meanwhile_does_not_come()
    {
        var caller = ListTests.WithTasks(3);
        var first = caller.Page(("pageSize", "2")).Json;
        var left = caller.Base.Records("Tasks").Select(record => record["id"]!.GetValue<string>())
            .Except(first["records"]!.AsArray().Select(record => record!["id"]!.GetValue<string>())).Single();
        caller.Base.Remove("Tasks", left);
        Assert.Empty(caller.Page(("pageSize", "2"), ("offset", first["offset"]!.GetValue<string>())).ShouldPass().Json["records"]!.AsArray());
    }

    private static string FirstOffset(AirtableCaller caller) => caller.Page(("pageSize", "2")).Json["offset"]!.GetValue<string>();
}
