using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class FaultPlanTests
{
    private const string Body = """{"title":"x"}""";
    private readonly TwentyCaller caller = new();

    [Theory]
    [InlineData("drop", 0, 0, Delivery.Nothing)]
    [InlineData("dropAfter", 1, 201, Delivery.Nothing)]
    [InlineData("truncateAfter", 1, 201, Delivery.Half)]
    [InlineData("errorAfter", 1, 500, Delivery.Whole)]
    [InlineData("error500", 0, 500, Delivery.Whole)]
    [InlineData("empty500", 0, 500, Delivery.Whole)]
    [InlineData("html502", 0, 502, Delivery.Whole)]
    [InlineData("throttle", 0, 429, Delivery.Whole)]
    [InlineData("delay", 1, 201, Delivery.Whole)]
    public void A_fault_strikes_once_before_or_after_the_write(string name, int stored, int status, Delivery delivery)
    {
        caller.Twenty.Faults.Next(Fault.ByName(name)!);
        var answer = caller.Post("/rest/notes", Body);
        Assert.Equal((stored, status, delivery), (caller.Twenty.Records("notes").Count, answer.Status, answer.Delivery));
        Assert.Equal(201, caller.Post("/rest/notes", Body).Status);
    }

    [Fact]
    public void A_fault_waits_for_the_requests_it_is_meant_for()
    {
        caller.Twenty.Faults.Next(Fault.Drop, request => request.Method == "POST", times: 2);
        Assert.Equal(200, caller.Get("/rest/notes").Status);
        Assert.Equal(Delivery.Nothing, caller.Post("/rest/notes", Body).Delivery);
        Assert.Equal(Delivery.Nothing, caller.Post("/rest/notes", Body).Delivery);
        Assert.Equal(201, caller.Post("/rest/notes", Body).Status);
    }

    [Theory]
    [InlineData(ThrottleForm.Status429, 429, 200)]
    [InlineData(ThrottleForm.Status400, 400, 200)]
    [InlineData(ThrottleForm.V2Headers, 429, 429)]
    [InlineData(ThrottleForm.Status402, 402, 402)]
    public void A_refusal_for_the_rate_has_every_form(ThrottleForm form, int rest, int graphQl)
    {
        caller.Twenty.Faults.Next(Fault.Throttle(form), times: 2);
        Assert.Equal(rest, caller.Get("/rest/notes").Status);
        var answer = caller.Post("/graphql", """{"query":"{ notes { totalCount } }"}""");
        Assert.Equal(graphQl, answer.Status);
        Assert.NotNull(answer.Json["errors"]);
    }

    [Fact]
    public void Chance_faults_come_as_often_as_was_said_and_the_same_for_a_seed()
    {
        var first = Struck(7);
        Assert.InRange(first.Count, 150, 250);
        Assert.Equal(first, Struck(7));
        Assert.NotEqual(first, Struck(8));
    }

    [Fact]
    public void A_server_that_is_down_breaks_every_connection()
    {
        caller.Twenty.Faults.Down = true;
        Assert.Equal(Delivery.Nothing, caller.Get("/rest/notes").Delivery);
        Assert.Equal(Delivery.Nothing, caller.Get("/client-config").Delivery);
        caller.Twenty.Faults.Clear();
        Assert.Equal(200, caller.Get("/rest/notes").Status);
    }

    [Fact]
    public void Every_nth_commit_can_lose_its_answer()
    {
        caller.Twenty.Options = new TwentyOptions { DropAfterCommit = 3 };
        var delivered = Enumerable.Range(0, 6).Select(_ => caller.Post("/rest/notes", Body).Delivery);
        Assert.Equal([Delivery.Whole, Delivery.Whole, Delivery.Nothing, Delivery.Whole, Delivery.Whole, Delivery.Nothing], delivered);
        Assert.Equal(6, caller.Twenty.Records("notes").Count);
    }

    private static List<int> Struck(int seed)
    {
        var caller = new TwentyCaller(seed: seed);
        caller.Twenty.Faults.Sometimes(0.2, Fault.Drop);
        return [.. Enumerable.Range(0, 1000).Where(_ => caller.Get("/rest/notes").Delivery == Delivery.Nothing)];
    }
}
