using System.Net.Http.Headers;
using System.Text;
using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

/// <summary>What a client sees is the same in process and over sockets.</summary>
public sealed class DoubleHandlerTests : IDisposable
{
    private readonly TwentyCaller caller = new();
    private readonly DoubleServer server;

    public DoubleHandlerTests() => server = new DoubleServer(caller.Twenty);

    public void Dispose() => server.Dispose();

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_request_arrives_and_its_answer_comes_back(bool inProcess, bool synchronous)
    {
        using var client = Client(inProcess);
        using var answer = await Send(client, synchronous, Create());
        Assert.Equal(201, (int)answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"title\":\"a+b\"", await answer.Content.ReadAsStringAsync());
        using var list = await Send(client, synchronous, new HttpRequestMessage(
            HttpMethod.Get, $"rest/notes?filter={Uri.EscapeDataString("title[eq]:\"a+b\"")}"));
        Assert.Contains("\"totalCount\":1", await list.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_dropped_connection_is_a_failed_request(bool inProcess, bool synchronous)
    {
        using var client = Client(inProcess);
        caller.Twenty.Faults.Next(Fault.DropAfter);
        await Assert.ThrowsAsync<HttpRequestException>(() => Send(client, synchronous, Create()));
        Assert.Single(caller.Twenty.Records("notes"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_truncated_answer_fails_while_it_is_read(bool inProcess, bool synchronous)
    {
        using var client = Client(inProcess);
        caller.Twenty.Faults.Next(Fault.TruncateAfter, times: 2);
        await Assert.ThrowsAsync<HttpRequestException>(() => Send(client, synchronous, Create()));
        using var headers = await client.SendAsync(Create(), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(201, (int)headers.StatusCode);
        await using var body = await headers.Content.ReadAsStreamAsync();
        await Assert.ThrowsAnyAsync<IOException>(async () => await new StreamReader(body).ReadToEndAsync());
    }

    [Fact]
    public async Task A_delay_is_the_business_of_the_test_in_process()
    {
        var waited = TimeSpan.Zero;
        using var client = Client(new DoubleHandler(caller.Twenty, (time, _) => waited += time));
        caller.Twenty.Faults.Next(Fault.Delay(TimeSpan.FromHours(1)));
        using var answer = await client.SendAsync(Create());
        Assert.Equal(TimeSpan.FromHours(1), waited);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Headers_of_an_answer_arrive(bool inProcess)
    {
        using var client = Client(inProcess);
        caller.Twenty.Faults.Next(Fault.Throttle(ThrottleForm.V2Headers));
        using var answer = await client.SendAsync(Create());
        Assert.Equal(60, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
    }

    [Fact]
    public async Task The_journal_has_everything_but_the_key()
    {
        using var client = Client(inProcess: false);
        using var answer = await client.SendAsync(Create());
        var entry = Assert.Single(caller.Twenty.Journal.Entries);
        Assert.Equal(("POST", "/rest/notes", 201), (entry.Method, entry.Path, entry.Status));
        Assert.Contains("a+b", entry.Body);
        Assert.Contains("Authorization: ***", caller.Twenty.Journal.Text);
        Assert.DoesNotContain(caller.Key!, caller.Twenty.Journal.Text);
    }

    private static HttpRequestMessage Create() => new(HttpMethod.Post, "rest/notes")
    {
        Content = new StringContent("""{"title":"a+b"}""", Encoding.UTF8, "application/json"),
    };

    private static Task<HttpResponseMessage> Send(HttpClient client, bool synchronous, HttpRequestMessage request) =>
        synchronous ? Task.Run(() => client.Send(request)) : client.SendAsync(request);

    private HttpClient Client(bool inProcess) => Client(inProcess ? new DoubleHandler(caller.Twenty) : new SocketsHttpHandler());

    private HttpClient Client(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", caller.Key);
        return client;
    }
}
