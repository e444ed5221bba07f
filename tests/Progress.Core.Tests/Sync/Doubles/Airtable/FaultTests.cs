using System.Diagnostics;
using Progress.Doubles;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class FaultTests
{
    private readonly AirtableCaller caller = new();

    [Theory]
    [InlineData(FaultKind.Drop, Delivery.Nothing, 0)]
    [InlineData(FaultKind.DropAfter, Delivery.Nothing, 1)]
    [InlineData(FaultKind.TruncateAfter, Delivery.Half, 1)]
    [InlineData(FaultKind.SlowBody, Delivery.Slow, 1)]
    public void A_write_is_carried_out_or_not(FaultKind kind, Delivery delivery, int records)
    {
        caller.Airtable.Faults.Next(new Fault(kind));
        Assert.Equal(delivery, caller.Post($"{caller.Root}/Tasks", new { fields = new { } }).Delivery);
        Assert.Equal(records, caller.Base.Count("Tasks"));
    }

    [Fact]
    public void An_error_may_come_after_the_write()
    {
        caller.Airtable.Faults.Next(Fault.ErrorAfter);
        caller.Post($"{caller.Root}/Tasks", new { fields = new { } }).ShouldFail(500, "SERVER_ERROR");
        Assert.Equal(1, caller.Base.Count("Tasks"));
    }

    [Fact]
    public void Errors_come_in_the_place_of_an_answer()
    {
        caller.Airtable.Faults.Next(AirtableFault.Error500);
        caller.Airtable.Faults.Next(Fault.Html502);
        caller.Airtable.Faults.Next(AirtableFault.Unavailable());
        caller.Airtable.Faults.Next(AirtableFault.Unavailable(TimeSpan.FromSeconds(7)));
        caller.Airtable.Faults.Next(Fault.Throttle(ThrottleForm.Status429));
        caller.Airtable.Faults.Next(AirtableFault.MonthUsedUp);
        var answers = Enumerable.Range(0, 6).Select(_ => caller.Post($"{caller.Root}/Tasks", new { fields = new { } })).ToList();
        Assert.Equal([500, 502, 503, 503, 429, 429], answers.Select(answer => answer.Status));
        Assert.StartsWith("<html>", answers[1].Text);
        Assert.False(answers[2].Headers.ContainsKey("Retry-After"));
        Assert.Equal("7", answers[3].Headers["Retry-After"]);
        answers[3].ShouldFail(503, "RETRIABLE_ERROR");
        answers[5].ShouldFail(429, "PUBLIC_API_BILLING_LIMIT_EXCEEDED");
        Assert.Equal(0, caller.Base.Count("Tasks"));
    }

    [Fact]
    public void A_list_may_repeat_its_page_or_its_offset()
    {
        var list = ListTests.WithTasks(30);
        string Next(string offset, Fault? fault = null)
        {
            if (fault is not null)
                list.Airtable.Faults.Next(fault);
            return list.Page(("pageSize", "10"), ("offset", offset)).Text;
        }

        var first = list.Page(("pageSize", "10"));
        var offset = first.Json["offset"]!.GetValue<string>();
        Assert.Contains(offset, Next(offset, Fault.RepeatedCursor));
        Assert.Equal(Next(offset), Next("", Fault.DuplicatePage));
    }

    [Fact]
    public void Every_third_answer_to_a_write_is_lost_where_the_switches_say_so()
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { DropAfterCommit = 3 };
        var deliveries = Enumerable.Range(0, 6).Select(_ => caller.Post($"{caller.Root}/Tasks", new { fields = new { } }).Delivery);
        Assert.Equal([Delivery.Whole, Delivery.Whole, Delivery.Nothing, Delivery.Whole, Delivery.Whole, Delivery.Nothing], deliveries);
        Assert.Equal(Delivery.Whole, caller.Post($"{caller.Root}/Tasks/listRecords", new { }).Delivery);
        Assert.Equal(6, caller.Base.Count("Tasks"));
    }

    [Fact]
    public void The_journal_has_bodies_and_no_token()
    {
        caller.Post($"{caller.Root}/Tasks", new { fields = new { Notes = "something to find" } });
        Assert.Contains("something to find", caller.Airtable.Journal.Text);
        Assert.Contains("Authorization: ***", caller.Airtable.Journal.Text);
        Assert.DoesNotContain(caller.Token!, caller.Airtable.Journal.Text);
    }

    [Fact]
    public void In_process_a_slow_body_is_waited_for_while_it_is_read()
    {
        var waits = new List<TimeSpan>();
        using var client = new HttpClient(new DoubleHandler(caller.Airtable, (time, _) => waits.Add(time)));
        client.DefaultRequestHeaders.Authorization = new("Bearer", caller.Token);
        caller.Airtable.Faults.Next(Fault.SlowBody(TimeSpan.FromSeconds(40)));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:4003{caller.Meta}");
        using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Empty(waits);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        Assert.EndsWith("}", reader.ReadToEnd());
        Assert.Equal([TimeSpan.FromSeconds(40)], waits);
    }

    [Fact]
    public void Over_a_socket_half_of_a_slow_body_comes_at_once_and_the_rest_after_it()
    {
        using var server = new DoubleServer(caller.Airtable);
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", caller.Token);
        caller.Airtable.Faults.Next(Fault.SlowBody(TimeSpan.FromMilliseconds(300)));
        var took = Stopwatch.StartNew();
        using var request = new HttpRequestMessage(HttpMethod.Get, caller.Meta);
        using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        Assert.EndsWith("}", reader.ReadToEnd());
        Assert.True(took.Elapsed >= TimeSpan.FromMilliseconds(250));
    }
}
