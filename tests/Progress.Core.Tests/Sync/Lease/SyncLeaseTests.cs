using Dapper;
using Progress.Store;
using Progress.Sync;
using Progress.Tests.Store;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class SyncLeaseTests : IDisposable
{
    private readonly StoreFolder folder = new();
    private readonly LeapingClock clock = new("2026-09-30T12:00:00Z");
    private readonly ProgressStore mine, other;

    public SyncLeaseTests()
    {
        folder.Options = folder.Options with { Clock = clock };
        (mine, other) = (folder.Open(), folder.Open());
    }

    public void Dispose()
    {
        mine.Dispose();
        other.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void One_pass_at_a_time_has_a_connection()
    {
        using (Taken(mine))
        {
            Assert.Null(SyncLease.TryTake(other, "twenty", "Invoke-CrmSync"));
            Assert.Null(SyncLease.TryTake(mine, "twenty", "Invoke-CrmSync"));
            using var redhawk = SyncLease.TryTake(other, "academy", "Invoke-CrmSync");
            Assert.NotNull(redhawk);
        }

        Taken(other).Dispose();
        Assert.Null(SyncLease.Holder(mine, "twenty"));
    }

    [Fact]
    public void It_ends_a_minute_after_it_was_last_renewed()
    {
        var lease = Taken(mine);
        clock.Advance(TimeSpan.FromSeconds(40));
        lease.Renew();
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Null(SyncLease.TryTake(other, "twenty", "x"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Taken(other).Dispose();
    }

    [Fact]
    public void Who_lost_it_is_told_and_takes_nothing_away_from_the_next()
    {
        var lost = Taken(mine);
        clock.Advance(TimeSpan.FromMinutes(2));
        using var next = Taken(other, "progressctl sync of ben");

        var busy = Assert.Throws<ProgressException>(lost.Renew);
        lost.Dispose();

        Assert.Equal(("SyncBusy", ErrorKind.Busy), (busy.Id, busy.Kind));
        Assert.Contains("progressctl sync of ben", busy.Message);
        Assert.NotNull(SyncLease.Holder(mine, "twenty"));
    }

    [Fact]
    public void One_that_ran_out_and_that_nobody_took_goes_on()
    {
        using var lease = Taken(mine);
        clock.Advance(TimeSpan.FromMinutes(5));
        lease.Renew();
        Assert.Null(SyncLease.TryTake(other, "twenty", "x"));
    }

    [Fact]
    public void Renewing_costs_nothing_while_much_is_left()
    {
        using var lease = Taken(mine);
        var before = StoreText.Of(other);
        clock.Advance(TimeSpan.FromSeconds(29));
        lease.Renew();
        Assert.Equal(before, StoreText.Of(other));
        clock.Advance(TimeSpan.FromSeconds(1));
        lease.Renew();
        Assert.NotEqual(before, StoreText.Of(other));
    }

    [Fact]
    public void A_process_that_is_gone_is_followed_at_once()
    {
        Taken(mine);
        Sql("UPDATE crm_lease SET process = 2147483647");
        Taken(other).Dispose();
    }

    [Fact]
    public void A_process_whose_number_came_again_is_gone()
    {
        Taken(mine);
        Sql("UPDATE crm_lease SET started = started - 3600000");
        Taken(other).Dispose();
    }

    [Fact]
    public void Of_other_machines_nobody_knows_so_their_minute_is_waited_for()
    {
        Taken(mine);
        Sql("UPDATE crm_lease SET machine = 'elsewhere', process = 2147483647");
        Assert.Null(SyncLease.TryTake(other, "twenty", "x"));
        clock.Advance(TimeSpan.FromMinutes(1));
        Taken(other).Dispose();
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_keep_it()
    {
        Taken(mine);
        Sql("UPDATE crm_lease SET until = until + 86400000");
        Taken(other).Dispose();
    }

    [Fact]
    public void It_is_waited_for_as_long_as_asked_and_then_named_with_its_holder()
    {
        using var lease = Taken(mine, "Invoke-CrmSync of ana");
        clock.Advance(TimeSpan.FromSeconds(5));

        var busy = Assert.Throws<ProgressException>(() => SyncLease.Take(other, "twenty", "x", TimeSpan.FromSeconds(10), default));

        Assert.Equal(("SyncBusy", ErrorKind.Busy, "twenty"), (busy.Id, busy.Kind, busy.Target));
        Assert.StartsWith("twenty is being synced by Invoke-CrmSync of ana since 2026-09-30T12:00:00Z.", busy.Message);
        Assert.Equal(TimeSpan.FromSeconds(10), clock.Waited);
    }

    [Fact]
    public void Who_waits_has_it_as_soon_as_it_is_free()
    {
        var lease = Taken(mine);
        clock.OnWait = _ =>
        {
            if (clock.Waited >= TimeSpan.FromSeconds(3)) lease.Dispose();
        };

        using var next = SyncLease.Take(other, "twenty", "x", TimeSpan.FromSeconds(10), default);

        Assert.InRange(clock.Waited, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void Without_waiting_it_says_so_at_once()
    {
        using var lease = Taken(mine);
        Assert.Throws<ProgressException>(() => SyncLease.Take(other, "twenty", "x", TimeSpan.Zero, default));
        Assert.Equal(TimeSpan.Zero, clock.Waited);
    }

    [Fact]
    public void Waiting_for_it_can_be_cancelled()
    {
        using var lease = Taken(mine);
        using var stop = new CancellationTokenSource();
        clock.OnWait = _ => stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => SyncLease.Take(other, "twenty", "x", TimeSpan.FromHours(1), stop.Token));
    }

    [Fact]
    public void Of_eight_that_ask_at_once_one_has_it()
    {
        for (var round = 0; round < Runs.Of(5, 200); round++)
        {
            var leases = new SyncLease?[8];
            Race.Run(8, i =>
            {
                using var store = folder.Open();
                leases[i] = SyncLease.TryTake(store, "twenty", $"worker {i}");
            });
            Assert.Single(leases.OfType<SyncLease>());
            Sql("DELETE FROM crm_lease WHERE connection = 'twenty'");
        }
    }

    private static SyncLease Taken(ProgressStore store, string who = "Invoke-CrmSync of ana")
    {
        var lease = SyncLease.TryTake(store, "twenty", who);
        Assert.NotNull(lease);
        return lease;
    }

    private void Sql(string sql) => Assert.Equal(1, SqlMapper.Execute(mine.Connection, sql));
}
