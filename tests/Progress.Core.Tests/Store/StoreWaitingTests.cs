using Dapper;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Store;

public sealed class StoreWaitingTests : IDisposable
{
    private const int HangMs = 60_000;

    private readonly StoreFolder folder = new();
    private readonly ProgressStore first;

    public StoreWaitingTests() => first = folder.Open();

    public void Dispose()
    {
        first.Dispose();
        folder.Dispose();
    }

    [Fact(Timeout = HangMs)]
    public async Task A_second_writer_waits_for_the_first_and_then_sees_its_work()
    {
        var (writing, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        var one = Task.Run(() => first.Change(change =>
        {
            Insert(change, "first");
            writing.SetResult();
            done.Task.Wait();
            return 0;
        }));
        await writing.Task;
        using var second = folder.Open();
        var two = Task.Run(() => second.Change(change =>
        {
            Assert.True(one.IsCompleted || done.Task.IsCompleted);
            return Names(change.Connection);
        }));
        Assert.False(two.IsCompleted);
        done.SetResult();
        Assert.Contains("first", await two);
    }

    [Fact(Timeout = HangMs)]
    public Task A_writer_gives_up_after_its_limit() => Task.Run(() => first.Change(_ =>
    {
        using var second = folder.Open(folder.Options with { BusyLimit = TimeSpan.Zero });
        var error = StoreFolder.Refused(() => second.Change(_ => 0), "StoreBusy", ErrorKind.Busy);
        Assert.Contains(folder.Location.Path, error.Message);
        Assert.Contains("Try again", error.Message);
        return 0;
    }));

    [Fact(Timeout = HangMs)]
    public Task A_writer_that_gave_up_can_write_later() => Task.Run(() =>
    {
        using var second = folder.Open(folder.Options with { BusyLimit = TimeSpan.Zero });
        first.Change(_ => Assert.Throws<ProgressException>(() => second.Change(_ => 0)));
        Assert.Equal(7, second.Change(_ => 7));
    });

    [Fact(Timeout = HangMs)]
    public Task Waiting_can_be_cancelled() => Task.Run(() => first.Change(_ =>
    {
        using var second = folder.Open(folder.Options with { BusyLimit = TimeSpan.FromDays(1) });
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.ThrowsAny<OperationCanceledException>(() => second.Change(_ => 0, cancel: cancel.Token));
        return 0;
    }));

    [Fact]
    public void Those_who_read_during_a_change_see_what_was_before()
    {
        using var reader = folder.Open();
        first.Change(change =>
        {
            Insert(change, "new");
            Assert.DoesNotContain("new", reader.Read(Names));
            // So does one who opens the store only now.
            using var late = folder.Open();
            Assert.DoesNotContain("new", late.Read(Names));
            return 0;
        });
        Assert.Contains("new", reader.Read(Names));
    }

    [Fact]
    public void A_view_does_not_change_while_it_is_read()
    {
        using var writer = folder.Open();
        var (before, after) = first.Read(connection =>
        {
            var before = Names(connection);
            writer.Change(change => Insert(change, "new"));
            return (before, Names(connection));
        });
        Assert.Equal(before, after);
        Assert.Contains("new", first.Read(Names));
    }

    [Fact]
    public void A_read_inside_a_change_sees_the_change() =>
        Assert.Contains("mine", first.Change(change =>
        {
            Insert(change, "mine");
            return first.Read(Names);
        }));

    private static int Insert(StoreChange change, string name) =>
        change.Connection.Execute("INSERT INTO meta (name, value) VALUES (@name, '')", new { name });

    private static List<string> Names(Microsoft.Data.Sqlite.SqliteConnection connection) =>
        [.. connection.Query<string>("SELECT name FROM meta")];
}
