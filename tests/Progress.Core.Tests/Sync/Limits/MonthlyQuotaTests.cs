using Progress.Store;
using Progress.Sync;
using Progress.Tests.Store;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class MonthlyQuotaTests : IDisposable
{
    private readonly StoreFolder folder = new();
    private readonly LeapingClock clock = new("2026-12-31T23:00:00Z");
    private readonly List<IDisposable> opened = [];

    public MonthlyQuotaTests() => folder.Options = folder.Options with { Clock = clock };

    public void Dispose()
    {
        foreach (var one in Enumerable.Reverse(opened)) one.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_calls_of_all_processes_count_until_the_month_ends_and_then_begin_anew()
    {
        var (one, two) = (Limiter(), Limiter());
        for (var i = 0; i < 3; i++) one.Wait(1, default);
        two.Wait(2, default);

        var fault = Assert.Throws<RemoteException>(() => one.Wait(1, default));

        Assert.Equal((RemoteFault.QuotaExhausted, true), (fault.Fault, fault.EndsPass));
        Assert.Contains("sync goes on at 2027-01-01T00:00:00Z", fault.Message);
        Assert.Equal((5, 5), (two.Budget.ThisMonth, two.Budget.PerMonth));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, two.Budget.ThisMonth);
        one.Wait(1, default);
        Assert.Equal(1, two.Budget.ThisMonth);
    }

    [Fact]
    public void A_call_that_may_not_be_made_takes_no_turn()
    {
        var limiter = Limiter();
        limiter.Wait(5, default);
        var before = clock.Waited;

        Assert.Throws<RemoteException>(() => limiter.Wait(1, default));

        Assert.Equal((before, 5), (clock.Waited, limiter.Calls));
    }

    [Fact]
    public void A_refusal_forgets_nothing_of_the_month()
    {
        var limiter = Limiter();
        limiter.Wait(2, default);
        limiter.Refused(TimeSpan.FromSeconds(30), 300);
        Assert.Equal(2, limiter.Budget.ThisMonth);
    }

    [Fact]
    public void Without_a_quota_the_calls_are_counted_all_the_same()
    {
        var limiter = Limiter(null);
        for (var i = 0; i < 20; i++) limiter.Wait(1, default);
        Assert.Equal((20, null), (limiter.Budget.ThisMonth, limiter.Budget.PerMonth));
    }

    private CallLimiter Limiter(int? perMonth = 5)
    {
        var store = folder.Open();
        var limiter = new CallLimiter(store, "api.airtable.com:443/appA1b2C3d4E5f6G7", new CallLimit(300, 4, 1) { PerMonth = perMonth }, () => 0);
        opened.AddRange([store, limiter]);
        return limiter;
    }
}
