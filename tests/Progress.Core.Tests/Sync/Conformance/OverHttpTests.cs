using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>The same over real sockets, for what a stand-in for the network cannot show.</summary>
public sealed class OverHttpTests
{
    [Theory]
    [InlineData("new")]
    [InlineData("old")]
    [InlineData("middle")]
    [InlineData("answers lost")]
    public void A_workspace_is_set_up_written_and_read(string position)
    {
        using var place = new TwentyPlace(position, overHttp: true);
        var id = TwentyPlace.Id("x");
        place.WriteUntilAnswered(id, new JsonObject { ["workspaceMemberId"] = id.ToString(), ["totalXp"] = 1, ["rev"] = 1 }, null);
        place.Settle();
        place.WriteUntilAnswered(id, new JsonObject { ["totalXp"] = 2, ["rev"] = 2 }, new JsonObject { ["rev"] = 1 });
        place.Settle();

        Assert.Equal(2, place.Provider.Read(EntityNames.RepProgression, [id.ToString()], default).Single().Fields["totalXp"]!.GetValue<double>());
        Assert.Equal(4, place.Provider.Changes(EntityNames.RepProgression, null, default).Sum(p => p.Records.Count));
    }

    [Fact]
    public void Whatever_breaks_on_the_way_is_read_all_the_same()
    {
        using var place = new TwentyPlace("new", overHttp: true);
        foreach (var fault in (Fault[])[Fault.Drop, Fault.TruncateAfter, Fault.Empty500, Fault.Html502, Fault.BrokenJson, Fault.Throttle(ThrottleForm.V2Headers)])
        {
            place.Faults.Next(fault);
            Assert.Equal(3, place.ReadAll().Count);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/api/redhawk")]
    public void An_academy_is_read(string path)
    {
        using var place = new RedHawkPlace(path, overHttp: true);
        place.Academy.PassModule("1", "module_0");

        Assert.Equal([1, 0], place.ReadAll().Select(r => r.Fields["modules"]!.AsArray().Count));
    }

    [Fact]
    public void A_redirect_to_another_host_does_not_carry_the_key()
    {
        using var place = new TwentyPlace("new", overHttp: true);
        var other = new TwentyDouble();
        using var evil = new DoubleServer(other);
        place.Faults.Next(Fault.Redirect(new Uri(evil.Address, "/rest/repProgressions")));

        var fault = Assert.Throws<RemoteException>(() => place.ReadAll());

        Assert.Equal(RemoteFault.Redirected, fault.Fault);
        Assert.Contains(evil.Address.Authority, fault.Message);
        Assert.Empty(other.Journal.Entries);
    }

    [Fact]
    public void A_request_that_hangs_ends_with_its_time_limit()
    {
        using var place = new TwentyPlace("new", overHttp: true);
        place.Provider.Describe(default);
        place.Faults.Next(Fault.Delay(TimeSpan.FromHours(1)), r => r.Method == "PATCH");
        place.Journal.Clear();
        var passing = new Thread(() =>
        {
            SpinWait.SpinUntil(() => place.Journal.Entries.Count > 0);
            place.Clock.Advance(TimeSpan.FromSeconds(31));
        });
        passing.Start();

        var outcome = place.Write(TwentyPlace.Id($"record of {TwentyPlace.Members[0]}"), new JsonObject { ["totalXp"] = 1 }, new JsonObject { ["rev"] = 1 });

        Assert.Equal(WriteFate.Unknown, outcome.Fate);
        passing.Join();
    }

    [Fact]
    public void Nobody_at_the_address_is_said_so_and_nothing_may_have_been_done()
    {
        var place = new TwentyPlace("new", overHttp: true);
        var another = place.Provider;
        another.Describe(default);
        var write = new RecordWrite("", TwentyPlace.Id("x").ToString(), new JsonObject { ["totalXp"] = 1 }, null);
        place.StopServer();

        var fault = Assert.Throws<RemoteException>(() => another.Write(EntityNames.RepProgression, [write], default));

        Assert.Equal((RemoteFault.Unreachable, false, 0), (fault.Fault, fault.MayHaveBeenDone, fault.Outcomes.Count));
        Assert.Contains("cannot be reached", fault.Message);
        place.Dispose();
    }
}
