using Progress.Doubles;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>What every provider does alike, whatever the switches of its double.</summary>
public abstract class ProviderConformance
{
    /// <summary>Names of switch positions; derived suites have their own.</summary>
    public static TheoryData<string> Switches => [];

    private protected abstract RemotePlace Place(string position);

    [Theory]
    [MemberData(nameof(Switches))]
    public void It_says_what_serves_there(string position)
    {
        using var place = Place(position);

        Assert.Equal(place.Provider.Traits.Name, place.Provider.Check(default).Product);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void Every_call_goes_through_the_gate(string position)
    {
        using var place = Place(position);
        var (before, calls) = (place.Journal.Entries.Count, place.Gate.Calls);

        place.ReadAll();

        Assert.Equal(place.Journal.Entries.Count - before, place.Gate.Calls - calls);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_key_that_is_asked_for_is_the_key_that_comes_back(string position)
    {
        using var place = Place(position);

        Assert.NotEmpty(place.Readable.Keys);
        Assert.Equal(place.Readable.Keys.Order(), place.ReadAll().Select(r => r.Key).Order());
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void No_keys_are_no_call(string position)
    {
        using var place = Place(position);
        var before = place.Journal.Entries.Count;

        Assert.Empty(place.Provider.Read(place.Readable.Entity, [], default));
        Assert.Equal(before, place.Journal.Entries.Count);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void What_fails_once_is_read_all_the_same(string position)
    {
        using var place = Place(position);
        Fault[] faults = [Fault.Drop, Fault.Error500, Fault.Empty500, Fault.Html502, Fault.BrokenJson, Fault.TruncateAfter, Fault.ErrorAfter];
        foreach (var fault in faults)
        {
            place.Faults.Next(fault);
            Assert.Equal(place.Readable.Keys.Count, place.ReadAll().Count);
        }
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_failed_read_is_never_no_record(string position)
    {
        using var place = Place(position);
        place.ReadAll();
        place.Faults.Down = true;

        var fault = Assert.Throws<RemoteException>(() => place.ReadAll());

        Assert.Equal(RemoteFault.Unreachable, fault.Fault);
        Assert.True(fault.EndsPass);
        Assert.Throws<RemoteException>(() => place.Provider.Check(default));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_slow_answer_is_given_up_by_the_clock(string position)
    {
        using var place = Place(position);
        place.ReadAll();
        place.Faults.Next(Fault.Delay(TimeSpan.FromSeconds(40)), times: 4);

        Assert.Equal(RemoteFault.Unreachable, Assert.Throws<RemoteException>(() => place.ReadAll()).Fault);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_redirect_is_not_followed(string position)
    {
        using var place = Place(position);
        place.ReadAll();
        place.Faults.Next(Fault.Redirect(new Uri("https://evil.example.org/")));

        Assert.Contains("evil.example.org", Assert.Throws<RemoteException>(() => place.ReadAll()).Message);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_stop_is_a_stop(string position)
    {
        using var place = Place(position);
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => place.Provider.Read(place.Readable.Entity, [.. place.Readable.Keys], stop.Token));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void No_key_is_in_a_message_or_a_trace(string position)
    {
        using var place = Place(position);
        place.Provider.Check(default);
        place.ReadAll();
        place.Faults.Next(Fault.Error500, times: 10);
        var fault = Assert.Throws<RemoteException>(() => place.ReadAll());

        Assert.NotEmpty(place.Trace);
        if (place.Key is not { } key) return;
        Assert.DoesNotContain(key, fault.ToString());
        Assert.DoesNotContain(key, string.Join('\n', place.Trace));
        Assert.DoesNotContain(key, place.Journal.Text);
    }
}
