using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Progress.Sync;
using Xunit;
using static Progress.Tests.AnsweringHandler;

namespace Progress.Tests.Sync;

public sealed class RemoteClientTests
{
    private const string Key = "eyJ.secret-of-the-workspace.sig";

    private readonly LeapingClock clock = new("2026-09-30T12:00:00Z");
    private readonly List<string> trace = [];
    private readonly OpenGate gate;
    private AnsweringHandler network = null!;

    public RemoteClientTests() => gate = new(clock);

    [Fact]
    public void A_read_is_repeated_three_times_with_waits_that_double_at_most()
    {
        var waits = new List<TimeSpan>();
        clock.OnWait = waits.Add;

        var fault = Fails(RemoteRequest.Get("/x"), _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));

        Assert.Equal(RemoteFault.Unreachable, fault.Fault);
        Assert.Equal(4, network.Requests.Count);
        Assert.Equal([0.5, 1, 2], waits.Select(w => w.TotalSeconds));
    }

    [Theory]
    [InlineData(500, "", RemoteFault.ServerError)]
    [InlineData(503, "upstream", RemoteFault.ServerError)]
    [InlineData(502, "<html><h1>Bad gateway</h1></html>", RemoteFault.BadAnswer)]
    [InlineData(200, " <!DOCTYPE html><title>Sign in</title>", RemoteFault.BadAnswer)]
    [InlineData(200, "{\"data\":{", RemoteFault.BadAnswer)]
    [InlineData(200, "", RemoteFault.BadAnswer)]
    [InlineData(200, "null", RemoteFault.BadAnswer)]
    [InlineData(200, "{\"a\":\"\\ud800\"}", RemoteFault.BadAnswer)]
    internal void A_useless_answer_is_named_and_a_read_of_it_repeated(int status, string body, RemoteFault expected)
    {
        var fault = Fails(RemoteRequest.Get("/x"), _ => Text(status, body));

        Assert.Equal(expected, fault.Fault);
        Assert.Equal(4, network.Requests.Count);
    }

    [Fact]
    public void A_read_that_succeeds_at_last_is_an_answer()
    {
        var body = Sends(RemoteRequest.Get("/x"), _ => network.Requests.Count < 4 ? Text(500, "") : Text(200, """{"a":1,"a":2}"""));

        Assert.Equal(2, body["a"]!.GetValue<int>());
    }

    [Fact]
    public void A_write_without_answer_is_not_repeated_and_may_have_been_done()
    {
        var fault = Fails(Write, _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "ended"));

        Assert.True(fault.MayHaveBeenDone);
        Assert.Single(network.Requests);
    }

    [Theory]
    [InlineData(500, "", true)]
    [InlineData(200, "{", true)]
    [InlineData(502, "<html>", true)]
    [InlineData(404, "<html>", false)]
    [InlineData(302, "", false)]
    public void Whether_a_write_may_have_been_done_follows_from_the_status(int status, string body, bool maybe)
    {
        Assert.Equal(maybe, Fails(Write, _ => Text(status, body)).MayHaveBeenDone);
        Assert.Single(network.Requests);
    }

    [Fact]
    public void A_write_to_nobody_was_not_done() =>
        Assert.False(Fails(Write, _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")).MayHaveBeenDone);

    [Fact]
    public void A_throttled_write_is_repeated_when_the_gate_lets_it()
    {
        Sends(Write, _ => network.Requests.Count < 3 ? Text(429, "slow", headers: ("Retry-After", "40")) : Text(200, "{}"));

        Assert.Equal(3, network.Requests.Count);
        Assert.Equal(2, gate.Refusals.Count);
        Assert.Equal(80, clock.Waited.TotalSeconds);
    }

    [Fact]
    public void A_request_that_is_always_throttled_ends()
    {
        Assert.Equal(RemoteFault.Throttled, Fails(Write, _ => Text(429, "slow")).Fault);
        Assert.Equal(7, network.Requests.Count);
    }

    [Theory]
    [InlineData("https://evil.example.org/x", "evil.example.org")]
    [InlineData("/elsewhere", "another path")]
    public void A_redirect_is_not_followed_and_its_host_is_named(string location, string named)
    {
        var fault = Fails(RemoteRequest.Get("/x"), _ => Text(302, "", headers: ("Location", location)));

        Assert.Equal(RemoteFault.Redirected, fault.Fault);
        Assert.Contains(named, fault.Message);
        Assert.All(network.Requests, r => Assert.Equal("crm.example.org", r.Uri.Host));
    }

    [Fact]
    public void An_answer_over_the_size_limit_is_not_taken()
    {
        var fault = Fails(Write, _ => new HttpResponseMessage { Content = new StreamContent(new Endless()) });

        Assert.Equal(RemoteFault.BadAnswer, fault.Fault);
        Assert.Contains("16 MiB", fault.Message);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void JSON_may_be_64_levels_deep(int depth, bool taken)
    {
        var json = $$"""{"a":{{new string('[', depth - 1)}}{{new string(']', depth - 1)}}}""";

        if (taken) Sends(RemoteRequest.Get("/x"), _ => Text(200, json));
        else Assert.Equal(RemoteFault.BadAnswer, Fails(RemoteRequest.Get("/x"), _ => Text(200, json)).Fault);
    }

    [Fact]
    public void An_answer_that_does_not_come_in_time_ends_by_the_clock()
    {
        var fault = Fails(Write, _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(31));
            return Text(200, "{}");
        });

        Assert.Equal(RemoteFault.Unreachable, fault.Fault);
        Assert.Contains("30 s", fault.Message);
        Assert.True(fault.MayHaveBeenDone);
    }

    [Fact]
    public void A_stopped_request_is_stopped_and_no_fault()
    {
        using var stop = new CancellationTokenSource();
        using var client = Client(_ =>
        {
            stop.Cancel();
            return Text(200, "{}");
        });

        Assert.ThrowsAny<OperationCanceledException>(() => client.Send(RemoteRequest.Get("/x"), stop.Token));
    }

    [Fact]
    public void The_key_is_asked_for_at_each_request_and_goes_nowhere_but_into_its_header()
    {
        var keys = new Queue<string?>([Key, "another", null]);
        using var client = Client(_ => Text(200, "{}"), () => keys.Dequeue());
        client.Send(Read("secret filter"), default);
        client.Send(Read("secret filter"), default);

        Assert.Equal(RemoteFault.KeyMissing, Assert.Throws<RemoteException>(() => client.Send(Read("x"), default)).Fault);
        Assert.Equal([$"Bearer {Key}", "Bearer another"], network.Requests.Select(r => r.Key));
        Assert.All(trace, t => Assert.DoesNotContain("secret", t));
        Assert.Contains("GET /x?filter: 200, 0 ms", trace);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("schlüssel")]
    public void A_key_that_cannot_be_one_is_not_sent(string key)
    {
        using var client = Client(_ => Text(200, "{}"), () => key);

        var fault = Assert.Throws<RemoteException>(() => client.Send(RemoteRequest.Get("/x"), default));

        Assert.Equal(RemoteFault.KeyInvalid, fault.Fault);
        Assert.DoesNotContain(key, fault.ToString());
        Assert.Empty(network.Requests);
    }

    [Fact]
    public void A_query_travels_escaped_below_the_path_of_the_connection()
    {
        Sends(RemoteRequest.Get("/x", ("filter", "and(a[eq]:1,b[is]:NULL)+é")), _ => Text(200, "{}"));

        Assert.Equal("https://crm.example.org/base/x?filter=and%28a%5Beq%5D%3A1%2Cb%5Bis%5D%3ANULL%29%2B%C3%A9", network.Requests[0].Uri.AbsoluteUri);
    }

    private static RemoteRequest Write => new(HttpMethod.Post, "/x") { Body = new JsonObject { ["a"] = 1 } };

    private static RemoteRequest Read(string filter) => RemoteRequest.Get("/x", ("filter", filter));

    private RemoteClient Client(Func<HttpRequestMessage, HttpResponseMessage> answer, Func<string?>? key = null)
    {
        network = new AnsweringHandler(answer);
        var host = new SyncHost { Network = _ => network, Chance = () => 0.5, Trace = trace.Add };
        return new(new Uri("https://crm.example.org/base/"), key, gate, clock, host, reply => reply.Status == 429
            ? new RemoteException(RemoteFault.Throttled, "slow") { RetryAfter = reply.Header("retry-after") is { } s ? TimeSpan.FromSeconds(int.Parse(s)) : null }
            : null);
    }

    private JsonNode Sends(RemoteRequest request, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        using var client = Client(answer);
        return client.Send(request, default);
    }

    private RemoteException Fails(RemoteRequest request, Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        Assert.Throws<RemoteException>(() => Sends(request, answer));

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Encoding.ASCII.GetBytes(new string(' ', count)).CopyTo(buffer, offset);
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
