using Progress.Doubles;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Issue 3, item 6, for a whole pass: what goes wrong is in result and status, with what to do, and nothing is lost.</summary>
public sealed class FaultStatusTests : IDisposable
{
    private static readonly Func<DoubleRequest, bool> Patch = r => r.Method == "PATCH";

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["no key arrives"] = Says(403, "Missing authentication token", SyncOutcome.Failed, "KeyMissing"),
        ["key revoked"] = new(w => w.Twenty.RevokeKey(SyncWorld.Secret), SyncOutcome.Failed, "KeyInvalid"),
        ["key expired"] = Says(401, "Token has expired.", SyncOutcome.Failed, "KeyExpired"),
        ["no key here"] = new(w => w.Key = null, SyncOutcome.Failed, "KeyMissing"),
        ["key of two lines"] = new(w => w.Key = "two\nlines", SyncOutcome.Failed, "KeyInvalid"),
        ["role may only read"] = new(w => w.Twenty.AcceptKey(SyncWorld.Secret, Role.ReadOnly), SyncOutcome.Partly, "Forbidden"),
        ["unknown object"] = Says(400, "object 'repProgressions' not found. eg: companies", SyncOutcome.Partly, "UnknownObject", r => r.Path.EndsWith("/repProgressions")),
        ["record not found"] = Says(404, "Record not found", SyncOutcome.Partly, "NotFound", Patch),
        ["record not found, as old servers say it"] = Says(400, "Could not find any entity of type \"repProgression\"", SyncOutcome.Partly, "NotFound", Patch),
        ["throttled without end"] = Always(Fault.Throttle(ThrottleForm.Status429), SyncOutcome.Failed, "Throttled"),
        ["throttled without end, old"] = Always(Fault.Throttle(ThrottleForm.Status400), SyncOutcome.Failed, "Throttled"),
        ["throttled without end, newest"] = Always(Fault.Throttle(ThrottleForm.V2Headers), SyncOutcome.Failed, "Throttled"),
        ["quota used up"] = Always(Fault.Throttle(ThrottleForm.Status402), SyncOutcome.Failed, "QuotaExhausted"),
        ["empty 500"] = Always(Fault.Empty500, SyncOutcome.Failed, "ServerError"),
        ["500"] = Always(Fault.Error500, SyncOutcome.Failed, "ServerError"),
        ["HTML of a proxy"] = Always(Fault.Html502, SyncOutcome.Failed, "BadAnswer"),
        ["a sign-in page"] = Always(Fault.Instead(DoubleResponse.OfText(200, "text/html", "<!doctype html><html><body>Sign in</body></html>")), SyncOutcome.Failed, "BadAnswer"),
        ["broken JSON"] = Always(Fault.BrokenJson, SyncOutcome.Failed, "BadAnswer"),
        ["JSON of somebody else"] = Always(Fault.Instead(DoubleResponse.OfText(200, "application/json", """{"ok":true}""")), SyncOutcome.Failed, "BadAnswer"),
        ["server down"] = new(w => w.Twenty.Faults.Down = true, SyncOutcome.Failed, "Unreachable"),
        ["an answer that never comes"] = Always(Fault.Delay(TimeSpan.FromHours(1)), SyncOutcome.Failed, "Unreachable"),
        ["redirected"] = Always(Fault.Redirect(new Uri("https://elsewhere.example/rest")), SyncOutcome.Failed, "Redirected"),
    };

    private readonly SyncWorld world = new SyncWorld().Members("Ana", "Ben");
    private readonly SyncDevice device;

    public FaultStatusTests()
    {
        device = world.Device("one").Prepare();
        device.Synced();
        device.Did("Ana", "referral_generated");
        device.Did("Ben", "referral_generated");
        device.Synced();
    }

    public static TheoryData<string> Names => [.. Rows.Keys];

    private CrmSyncStatus Status => CrmSyncStatuses.Get(device.Store, world.Host).Single();

    public void Dispose() => world.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_fault_is_told_with_what_to_do_and_nothing_is_lost(string name)
    {
        var row = Rows[name];
        device.Did("Ana", "referral_generated");
        row.Break(world);

        var result = device.Sync();

        var status = Status;
        var since = status.ErrorSince;
        Assert.Equal((row.Status, row.Error, CrmSyncState.Problem), (result.Status, status.ErrorId, status.State));
        Assert.Equal(result.EndedAt, since);
        Assert.Equal(row.Status == SyncOutcome.Failed ? 2 : 1, result.ExitCode);
        Assert.Contains(result.Messages, m => m.Contains(status.Error!, StringComparison.Ordinal));
        Assert.True(status.NextStep?.Length > 20 && status.Error!.Length > 30, status.NextStep);
        Assert.DoesNotContain(SyncWorld.Secret, $"{status}{result}{string.Join(' ', result.Messages)}");
        Assert.Equal((1, 0, 300L), (status.Pending, status.Refused, device.Xp("Ana")));

        world.Clock.Advance(TimeSpan.FromHours(1));
        device.Sync();
        Assert.Equal((row.Error, since), (Status.ErrorId, Status.ErrorSince));

        Mend();
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        device.Synced();
        Assert.Equal((null, null, CrmSyncState.Ok), (Status.Error, Status.ErrorSince, Status.State));
        Assert.Equal((300, 300), (device.Xp("Ana"), world.RemoteXp("Ana")));
    }

    [Theory]
    [InlineData("/rest/notes", 403, "Entity performing the request does not have permission", "Forbidden")]
    [InlineData("/rest/workspaceMembers", 403, "Entity performing the request does not have permission", "Forbidden")]
    [InlineData("/rest/notes", 400, "object 'notes' not found. eg: companies", "UnknownObject")]
    [InlineData("/rest/workspaceMembers", 400, "object 'workspaceMembers' not found. eg: companies", "UnknownObject")]
    public void Only_the_mapping_concerned_stops(string path, int status, string said, string error)
    {
        device.Did("Ana", "referral_generated");
        world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ben"), 40);
        if (path != "/rest/notes") world.Note("Ben", "Call - NO_ANSWER | 0:31 | Zoe", "2026-09-30T10:00:00");
        Says(status, said, SyncOutcome.Partly, error, r => r.Path == path).Break(world);

        var result = device.Sync();

        Assert.Equal((SyncOutcome.Partly, 0, error), (result.Status, result.Pending, Status.ErrorId));
        Assert.Equal((300, 300), (device.Xp("Ana"), world.RemoteXp("Ana")));
        Assert.Equal(path == "/rest/notes" ? 190 : 217, device.Xp("Ben"));
        Assert.Equal(result.EndedAt, Status.LastPush);

        Mend();
        device.Synced();
        Assert.Null(Status.Error);
    }

    [Fact]
    public void What_fails_inside_the_service_once_is_asked_again()
    {
        foreach (var said in new[] { "something broke", "Limit reached (100 tokens per 60000 ms)" })
        {
            device.Did("Ana", "referral_generated");
            world.Twenty.Faults.Next(Error(400, said), Patch);
            device.Synced();
        }

        Assert.Equal((450, 450), (device.Xp("Ana"), world.RemoteXp("Ana")));
    }

    [Theory]
    [InlineData("Invalid number value 'x' for field \"totalXp\"")]
    [InlineData("Cannot update more than 200 records at once")]
    [InlineData("A non-empty filter is required for a bulk mutation")]
    [InlineData("something breaks every time")]
    public void A_refused_record_is_visible_and_tried_again_only_after_a_change_or_when_asked(string said)
    {
        var ana = RecordId.Of(SyncWorld.Id("Ana"), 0).ToString();
        bool OfAna(DoubleRequest r) => r.Method == "PATCH" && r.Query.Contains(ana);
        device.Did("Ana", "referral_generated");
        device.Did("Ben", "referral_generated");
        world.Twenty.Faults.Sometimes(1, Error(400, said), OfAna);

        var result = device.Sync();

        Assert.Equal((SyncOutcome.Partly, 1, 0, 300L), (result.Status, result.Refused, result.Pending, world.RemoteXp("Ben")));
        var refusal = Assert.Single(Status.Refusals);
        Assert.Equal(("Ana Lee", SyncWorld.Id("Ana").ToString()), (refusal.Name, refusal.Key));
        Assert.Contains(said, refusal.Reason);
        Assert.Equal(CrmSyncState.Problem, Status.State);
        Assert.Contains("-Full", Status.NextStep);

        Assert.Equal(0, Tries());
        // What another adds to it is taken in, and changes nothing of the refusal.
        world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ana"), 5);
        Assert.Equal((0, 305L), (Tries(), device.Xp("Ana")));
        Assert.Equal((CrmSyncState.Problem, 1), (Status.State, Status.Refused));
        device.Did("Ana", "email_sent");
        Assert.InRange(Tries(), 1, 2);
        Assert.Equal(0, Tries());
        world.Twenty.Faults.Clear();
        Assert.Equal(0, Tries());
        device.Sync(full: true);
        Assert.Equal((315, 315), (device.Xp("Ana"), world.RemoteXp("Ana")));
        Assert.Equal((CrmSyncState.Ok, 0), (Status.State, Status.Refused));

        int Tries()
        {
            world.Twenty.Journal.Clear();
            device.Sync();
            return world.Twenty.Journal.Entries.Count(e => OfAna(e.Request));
        }
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(9, true)]
    public void A_pull_that_would_remove_more_than_a_tenth_stops_and_asks(int removed, bool isDone)
    {
        for (var i = 0; i < 100; i++) world.Note("Ana", "Call - NO_ANSWER | 0:31 | Zoe", "2026-09-30T10:00:00", $"note {i}");
        device.Synced();
        var (xp, dials) = (device.Xp("Ana"), device.Progression("Ana").Dials);
        world.Clock.Advance(TimeSpan.FromHours(25));
        for (var i = 0; i < removed; i++) world.Twenty.TrashNote(SyncWorld.Id($"note {i}"));
        device.Did("Ben", "referral_generated");

        var result = device.Sync();

        Assert.Equal((isDone ? SyncOutcome.Done : SyncOutcome.Partly, isDone ? dials - removed : dials), (result.Status, device.Progression("Ana").Dials));
        Assert.Equal(device.Xp("Ben"), world.RemoteXp("Ben"));
        if (!isDone)
        {
            Assert.NotNull(Status.Error);
            Assert.Contains("-Force", $"{Status.NextStep} {Status.Error}");
            Assert.Equal(SyncOutcome.Partly, device.Sync().Status);
            Assert.Equal(SyncOutcome.Done, device.Sync(full: true, force: true).Status);
            Assert.Null(Status.Error);
        }

        Assert.Equal((xp, dials - removed), (device.Xp("Ana"), device.Progression("Ana").Dials));
    }

    [Fact]
    public void A_pause_stops_all_traffic_and_says_so()
    {
        device.Did("Ana", "referral_generated");
        device.Set("sync.paused", "true");
        world.Twenty.Journal.Clear();

        var result = device.Sync();

        Assert.Equal((SyncOutcome.Paused, 0, 0), (result.Status, result.ExitCode, world.Twenty.Journal.Entries.Count));
        Assert.Equal((CrmSyncState.Paused, 1), (Status.State, Status.Pending));
        device.Set("sync.paused", "false");
        device.Synced();
        Assert.Equal(300, world.RemoteXp("Ana"));
    }

    private void Mend()
    {
        world.Twenty.Faults.Clear();
        world.Twenty.AcceptKey(SyncWorld.Secret);
        world.Key = SyncWorld.Secret;
    }

    private static Fault Error(int status, string said) => Fault.Instead(DoubleResponse.OfText(
        status, "application/json", System.Text.Json.JsonSerializer.Serialize(new { statusCode = status, error = "BadRequestException", messages = new[] { said } })));

    private static Row Says(int status, string said, SyncOutcome outcome, string error, Func<DoubleRequest, bool>? when = null) => Always(Error(status, said), outcome, error, when);

    private static Row Always(Fault fault, SyncOutcome outcome, string error, Func<DoubleRequest, bool>? when = null) =>
        new(world => world.Twenty.Faults.Sometimes(1, fault, when), outcome, error);

    private sealed record Row(Action<SyncWorld> Break, SyncOutcome Status, string Error);
}
