using System.Diagnostics;
using Progress.Doubles;
using Progress.Reps;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Issue 3, "Limits": against the token bucket of the service, by the virtual clock.</summary>
public sealed class RateTests(ITestOutputHelper output)
{
    private const double Pace = 0.95;

    private static readonly int Reps = Runs.Of(60, 500), Facts = Runs.Of(2_000, 20_000), Notes = Runs.Of(4_000, 50_000);

    [Fact]
    public void A_backlog_reaches_the_permitted_rate_and_is_never_refused()
    {
        var names = Enumerable.Range(0, Reps).Select(i => $"Rep{i:000}").ToArray();
        using var world = new SyncWorld(new TwentyOptions { Throttle = ThrottleForm.Status429, Limit = 100 }).Members(names);
        var device = world.Device("one").Prepare();
        device.Synced();
        Time("enter facts", () => Enter(device, names, "first"));
        Time("first pass", () => Synced(device, world.Host));
        Time("enter facts", () => Enter(device, names, "second"));
        Time("notes into the double", () =>
        {
            for (var i = 0; i < Notes; i++)
                world.Note(names[i % Reps], "Call - CONTACT | 0:40 | Zoe", $"2026-09-{(i % 28) + 1:00}T{i / 28 % 24:00}:00:00", $"note {i}");
        });
        world.Twenty.Journal.Clear();
        // The way there and back takes time, too.
        world.OnRequest = () => world.Clock.Advance(TimeSpan.FromMilliseconds(120));

        SyncResult result = null!;
        var inDouble = new Stopwatch();
        var host = world.Host with { Network = uri => new TimedHandler(world.Host.Network!(uri), inDouble) };
        var real = Time("the pass", () => result = Synced(device, host)) - inDouble.Elapsed.TotalMilliseconds;

        var minutes = (result.EndedAt - result.StartedAt).TotalMinutes;
        var rate = result.Calls / minutes;
        output.WriteLine($"{result.Calls} calls in {minutes:0.0} min of the clock: {rate:0.00} a minute, {rate / (100 * Pace):P1} of pace {Pace}, {rate:0.0} % of the limit; {real / result.Calls:0.0} ms of our work a call, {inDouble.Elapsed.TotalMilliseconds / result.Calls:0.0} ms of the double's");
        Assert.DoesNotContain(world.Twenty.Journal.Entries, e => e.Status == 429);
        Assert.True(rate >= 0.95 * 100 * Pace, $"{rate:0.00} calls a minute");
        Assert.True(rate <= 100 * Pace * 1.02, $"{rate:0.00} calls a minute are more than allowed");
        Assert.Equal((Notes, 0), (result.CallNotes, result.Pending));
        Assert.All(names.Where((_, i) => i % 17 == 0), name => Assert.Equal(device.Xp(name), world.RemoteXp(name)));
    }

    [Theory]
    [InlineData(ThrottleForm.Status429)]
    [InlineData(ThrottleForm.Status400)]
    [InlineData(ThrottleForm.V2Headers)]
    [InlineData(ThrottleForm.GraphQl)]
    public void A_limit_that_nobody_told_of_is_learnt_from_the_first_refusal_and_kept(ThrottleForm form)
    {
        var names = Enumerable.Range(0, 150).Select(i => $"Rep{i:000}").ToArray();
        using var world = new SyncWorld(new TwentyOptions { RestUpdateMany = form != ThrottleForm.GraphQl }).Members(names);
        var device = world.Device("one").Prepare();
        device.Synced();
        Refer(device, names);
        device.Synced();
        Refer(device, names);
        world.Twenty.Options = world.Twenty.Options with { Throttle = form, Limit = 50 };
        world.Twenty.Journal.Clear();
        world.Trace.Clear();

        Synced(device, world.Host);

        Assert.Single(Refused(world));
        // 20 s for the pause after the refusal, at most.
        var calls = world.Twenty.Journal.Entries.SkipWhile(e => e != Refused(world)[0]).Skip(1).Where(e => e.Method == "PATCH" || e.Path == "/graphql").ToList();
        var rate = (calls.Count - 1) / (calls[^1].At - calls[0].At).TotalMinutes;
        output.WriteLine($"{form}: {calls.Count} calls after the refusal, {rate:0.00} a minute");
        Assert.InRange(rate, 0.95 * Pace * 50, Pace * 50);
        Assert.InRange(CrmSyncStatuses.Get(device.Store, world.Host).Single().CallsPerMinute!.Value, 1, 50);

        Refer(device, names);
        device.Restart();
        world.Twenty.Journal.Clear();
        Synced(device, world.Host);
        Assert.Empty(Refused(world));
        Assert.Equal(450, world.RemoteXp(names[0]));
    }

    private static List<JournalEntry> Refused(SyncWorld world) =>
        [.. world.Twenty.Journal.Entries.Where(e => e.Status == 429 || (e.Status == 400 && world.Twenty.Options.Throttle == ThrottleForm.Status400))
            .Concat(world.Twenty.Options.Throttle == ThrottleForm.GraphQl ? Gaps(world) : [])];

    /// <summary>GraphQL refuses with a 200: who was refused asks the same again after a pause.</summary>
    private static IEnumerable<JournalEntry> Gaps(SyncWorld world) => world.Twenty.Journal.Entries
        .Where(e => e.Path == "/graphql").GroupBy(e => e.Body).Where(g => g.Count() > 1).SelectMany(g => g.SkipLast(1));

    private static void Refer(SyncDevice device, string[] names) =>
        RepActivities.Add(device.Store, [.. names.Select(name => new NewActivity(SyncWorld.Id(name).ToString(), "referral_generated"))]);

    private void Enter(SyncDevice device, string[] names, string name)
    {
        var facts = Enumerable.Range(0, Facts).Select(i => new NewActivity(SyncWorld.Id(names[i % Reps]).ToString(), "email_sent", null, 1, null, $"{name} {i}"));
        Assert.All(RepActivities.Add(device.Store, [.. facts]), entered => Assert.Null(entered.Error));
    }

    private static SyncResult Synced(SyncDevice device, SyncHost host)
    {
        var result = CrmSync.Invoke(device.Store, new SyncRequest { Connection = "twenty", Pace = Pace, Host = host }).Single();
        Assert.True(result.Status == SyncOutcome.Done, string.Join(" | ", result.Messages));
        return result;
    }

    private double Time(string what, Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        output.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:0.0} s");
        return watch.Elapsed.TotalMilliseconds;
    }

    private sealed class TimedHandler(HttpMessageHandler inner, Stopwatch watch) : DelegatingHandler(inner)
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            watch.Start();
            try
            {
                return base.Send(request, cancellationToken);
            }
            finally
            {
                watch.Stop();
            }
        }
    }
}
