using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class TwentyWriteTests
{
    private static readonly Guid Record = TwentyPlace.Id($"record of {TwentyPlace.Members[0]}");

    [Theory]
    [InlineData("new")]
    [InlineData("no REST update-many")]
    public void Eight_clients_that_race_over_HTTP_add_each_of_their_XP_once(string position)
    {
        using var place = new TwentyPlace(position, overHttp: true);
        var providers = Enumerable.Range(0, 8).Select(_ => place.Another()).ToList();
        var lost = 0;

        Parallel.ForEach(providers, new ParallelOptions { MaxDegreeOfParallelism = 8 }, provider =>
        {
            for (var added = 0; added < 10;)
            {
                var now = provider.Read(EntityNames.RepProgression, [TwentyPlace.Members[0].ToString()], default).Single().Fields;
                var (xp, rev) = (now["totalXp"]!.GetValue<double>(), now["rev"]!.GetValue<double>());
                var write = new RecordWrite("", Record.ToString(), new JsonObject { ["totalXp"] = xp + 7, ["rev"] = rev + 1 }, new JsonObject { ["rev"] = rev, ["totalXp"] = xp });
                var fate = provider.Write(EntityNames.RepProgression, [write], default)[0].Fate;
                if (fate == WriteFate.Applied) added++;
                else Interlocked.Increment(ref lost);
            }
        });

        Assert.Equal(100 + 8 * 10 * 7, place.Record(Record)!["totalXp"]!.GetValue<double>());
        Assert.Equal(81, place.Record(Record)!["rev"]!.GetValue<double>());
        Assert.True(lost > 0, "nobody ever lost a race, so that none was run");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_answer_that_is_lost_leaves_the_outcome_open_and_the_next_write_goes_on(bool overHttp)
    {
        using var place = new TwentyPlace("new", overHttp);
        place.ReadAll();
        place.Journal.Clear();
        place.Faults.Next(Fault.DropAfter);

        var outcomes = place.Provider.Write(EntityNames.RepProgression, [Raise(0), Raise(1)], default);

        Assert.Equal([WriteFate.Unknown, WriteFate.Applied], outcomes.Select(o => o.Fate));
        Assert.Equal(2, place.Journal.Entries.Count);
        Assert.Equal(101, place.Record(Record)!["totalXp"]!.GetValue<double>());
    }

    [Theory]
    [InlineData(ThrottleForm.Status429, "new")]
    [InlineData(ThrottleForm.Status400, "new")]
    [InlineData(ThrottleForm.GraphQl, "no REST update-many")]
    [InlineData(ThrottleForm.V2Headers, "new")]
    public void A_write_refused_as_one_too_many_is_repeated_until_it_is_taken_and_the_gate_learns_the_limit(ThrottleForm form, string position)
    {
        using var place = new TwentyPlace(position);
        var isWrite = position == "new" ? "PATCH" : "POST";
        place.Faults.Next(Fault.Throttle(form), r => r.Method == isWrite, times: 3);

        var outcome = place.Provider.Write(EntityNames.RepProgression, [Raise(0)], default)[0];

        Assert.Equal(WriteFate.Applied, outcome.Fate);
        Assert.Equal(3, place.Gate.Refusals.Count);
        Assert.All(place.Gate.Refusals, r => Assert.Equal(100, r.PerMinute!.Value, 9));
        Assert.All(place.Gate.Refusals, r => Assert.Equal(form == ThrottleForm.V2Headers, r.RetryAfter is not null));
    }

    [Fact]
    public void A_quota_that_is_used_up_ends_the_writing()
    {
        using var place = new TwentyPlace();
        place.Faults.Next(Fault.Throttle(ThrottleForm.Status402), r => r.Method == "PATCH");

        var ended = Assert.Throws<RemoteException>(() => place.Provider.Write(EntityNames.RepProgression, [Raise(0)], default));

        Assert.Equal(RemoteFault.QuotaExhausted, ended.Fault);
        Assert.True(ended.EndsPass);
        Assert.Empty(place.Gate.Refusals);
    }

    [Fact]
    public void A_dead_server_ends_the_writing_with_what_is_known()
    {
        using var place = new TwentyPlace();
        place.Faults.Next(Fault.Drop, r => r.Method == "PATCH" && ++seen > 1, times: 9);

        var ended = Assert.Throws<RemoteException>(() => place.Provider.Write(EntityNames.RepProgression, [Raise(0), Raise(1), Raise(2), Raise(0)], default));

        Assert.Equal(RemoteFault.Unreachable, ended.Fault);
        Assert.Equal([WriteFate.Applied, WriteFate.Unknown, WriteFate.Unknown], ended.Outcomes.Select(o => o.Fate));
    }

    private int seen;

    [Fact]
    public void A_revoked_key_ends_the_writing_with_what_is_known()
    {
        using var place = new TwentyPlace();
        place.Provider.Describe(default);
        place.Faults.Next(Fault.Instead(DoubleResponse.OfText(401, "application/json", """{"messages":["Token invalid."]}""")), r => r.Method == "PATCH" && ++seen > 1);

        var ended = Assert.Throws<RemoteException>(() => place.Provider.Write(EntityNames.RepProgression, [Raise(0), Raise(1)], default));

        Assert.Equal(RemoteFault.KeyInvalid, ended.Fault);
        Assert.Equal(WriteFate.Applied, Assert.Single(ended.Outcomes).Fate);
    }

    [Fact]
    public void Numbers_are_sent_whole()
    {
        using var place = new TwentyPlace();
        place.Provider.Write(EntityNames.RepProgression, [Raise(0)], default);

        Assert.Contains("\"totalXp\":101,", place.Journal.Entries[^1].Body);
        Assert.Contains("totalXp%5Beq%5D%3A100%29", place.Journal.Entries[^1].Query);
    }

    [Theory]
    [InlineData(EntityNames.WorkspaceMember)]
    [InlineData(EntityNames.Note)]
    public void Nobody_elses_records_are_changed(string entity)
    {
        using var place = new TwentyPlace();

        Assert.Throws<NotSupportedException>(() => place.Provider.Write(entity, [Raise(0)], default));
        Assert.Empty(place.Journal.Entries);
    }

    private static RecordWrite Raise(int member) => new(
        TwentyPlace.Members[member].ToString(), TwentyPlace.Id($"record of {TwentyPlace.Members[member]}").ToString(),
        new JsonObject { ["totalXp"] = 101.0, ["rev"] = 2.0 }, new JsonObject { ["rev"] = 1.0, ["totalXp"] = 100.0 });
}
