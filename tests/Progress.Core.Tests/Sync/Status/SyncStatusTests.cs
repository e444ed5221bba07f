using Dapper;
using Progress.Reps;
using Progress.Sync;
using Xunit;
using static Progress.Tests.Sync.ConnectionPlace;

namespace Progress.Tests.Sync;

public sealed class SyncStatusTests : IDisposable
{
    private readonly ConnectionPlace place = new();

    public SyncStatusTests() => place.Connect();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_new_connection_was_never_synced()
    {
        var status = Status();
        Assert.Equal(
            ("twenty", "https://crm.example", CrmSyncState.NeverSynced, "Twenty 1.4.0", "variable TWENTY_API_KEY", true),
            (status.Connection, status.Uri, status.State, status.Server, status.KeySource, status.KeyPresent));
        Assert.Equal((null, null, null, null, null), (status.LastPush, status.LastPull, status.Error, status.Schema, status.LocalOnlyCalls));
        Assert.Equal(80, status.CallsPerMinute);
        Assert.Equal("Invoke-CrmSync twenty", status.NextStep);
    }

    [Fact]
    public void What_is_synced_needs_nothing()
    {
        Synced();
        var status = Status();
        Assert.Equal((CrmSyncState.Ok, null, 0, 0.0), (status.State, status.NextStep, status.Pending, status.ExpectedSeconds));
    }

    [Fact]
    public void What_waits_is_counted_with_the_time_that_it_takes()
    {
        Synced();
        Outbox("ana", null);
        Outbox("ben", null);

        var status = Status();

        Assert.Equal((CrmSyncState.Pending, 2, "Invoke-CrmSync twenty"), (status.State, status.Pending, status.NextStep));
        Assert.InRange(status.ExpectedSeconds, 0, 3);
        for (var i = 0; i < 500; i++) Outbox($"rep {i}", null);
        // At 80 calls a minute, two records at a time would take twice as long.
        Assert.InRange(Status().ExpectedSeconds, 500 * 0.75 * 0.9, 520 * 0.75);
    }

    [Fact]
    public void A_refused_record_is_a_problem_with_its_reason_and_no_longer_pending()
    {
        Synced();
        RepDirectory.Add(place.Store, new NewRep(TestStore.Id("Ana"), "Ana"));
        place.Store.Connection.Execute("DELETE FROM outbox");
        Outbox(TestStore.Id("Ana").ToString(), "badges: not a list");

        var status = Status();

        Assert.Equal((CrmSyncState.Problem, 0, 1), (status.State, status.Pending, status.Refused));
        Assert.Equal(("Ana", "badges: not a list"), (status.Refusals[0].Name, status.Refusals[0].Reason));
        Assert.Contains("Refusals", status.NextStep);
    }

    [Theory]
    [InlineData("KeyMissing", "API & Webhooks")]
    [InlineData("KeyInvalid", "variable TWENTY_API_KEY")]
    [InlineData("KeyExpired", "API & Webhooks")]
    [InlineData("Forbidden", "Roles")]
    [InlineData("Unreachable", "Nothing is lost")]
    [InlineData("ServerError", "Nothing is lost")]
    [InlineData("BadAnswer", "https://crm.example")]
    [InlineData("Redirected", "Connect-Crm twenty")]
    [InlineData("Throttled", "after the pause")]
    [InlineData("QuotaExhausted", "after the pause")]
    [InlineData("UnknownObject", "Initialize-CrmSchema twenty")]
    [InlineData("UnknownField", "Initialize-CrmSchema twenty")]
    [InlineData("SchemaIncomplete", "Initialize-CrmSchema twenty")]
    [InlineData("KeyBoundElsewhere", "-Force")]
    [InlineData("Refused", "Get-CrmSyncLog twenty")]
    public void Each_fault_says_what_a_person_does(string id, string step)
    {
        Synced(state => state.Failed(id, "as it was", place.Store.UtcNow));
        var status = Status();
        Assert.Equal((CrmSyncState.Problem, id, "as it was", place.Store.UtcNow), (status.State, status.ErrorId, status.Error, status.ErrorSince));
        Assert.Contains(step, status.NextStep);
    }

    [Fact]
    public void A_pause_goes_before_everything_else()
    {
        Synced(state => state.Failed("Unreachable", "x", place.Store.UtcNow));
        place.WriteSettings(place.Settings.Replace("{\n  \"connections\"", "{\n  \"sync\": { \"paused\": true },\n  \"connections\""));
        Assert.Equal((CrmSyncState.Paused, "Set-ProgressSetting sync.paused false lets sync go on."), (Status().State, Status().NextStep));
    }

    [Fact]
    public void A_key_that_is_not_there_is_a_problem_before_anybody_calls()
    {
        Synced();
        place.Variables.Clear();
        var status = Status();
        Assert.Equal((CrmSyncState.Problem, false), (status.State, status.KeyPresent));
        Assert.Contains("TWENTY_API_KEY", status.NextStep);
    }

    [Fact]
    public void Conflicts_and_a_key_that_ends_soon_come_before_calls_that_only_we_have()
    {
        Synced();
        place.Store.Change(change => CrmConflicts.Report(change, new FoundConflict("twenty", "e", "k", "r", "f", ConflictKind.BothChanged, "a", "b", null)));
        Assert.Equal(1, Status().OpenConflicts);
        Assert.Contains("Get-CrmConflict twenty", Status().NextStep);
        place.Store.Connection.Execute("DELETE FROM crm_conflict");
        place.Clock.Advance(TimeSpan.FromDays(290));
        Assert.Contains("expires at", Status().NextStep);
    }

    [Fact]
    public void Calls_that_only_we_have_are_counted_once_theirs_are_known()
    {
        var notes = Enumerable.Range(0, 3).Select(i => new SourceNote(
            i + 1, TestStore.Id($"note {i}").ToString(), "Call - BUSY | 0:10 | Uma", "2026-09-29T10:00:00Z", null, TestStore.Id("Ana").ToString()));
        CallImport.FromNotes(place.Store, notes, new ImportOptions());
        place.Store.Connection.Execute("UPDATE call SET crm = 1 WHERE id = (SELECT min(id) FROM call); DELETE FROM outbox");
        Assert.Null(Status().LocalOnlyCalls);

        Synced();

        Assert.Equal((CrmSyncState.Ok, 2), (Status().State, Status().LocalOnlyCalls));
        Assert.Contains("-PushCalls", Status().NextStep);
    }

    [Fact]
    public void The_schema_is_told_in_words()
    {
        RemoteField Field(string name, FieldState state, string? found = null) => new(name, "RAW_JSON", state, found);
        RemoteSchema Schema(bool exists, params RemoteField[] fields) => new([new RemoteEntity("repProgression", exists, fields)]);
        Assert.Equal("complete", SchemaText.Of(Schema(true, Field("rev", FieldState.Present))));
        Assert.Equal("repProgression is missing", SchemaText.Of(Schema(false)));
        Assert.Equal(
            "repProgression lacks rev, syncState, badges is NUMBER, not RAW_JSON",
            SchemaText.Of(Schema(true, Field("rev", FieldState.Missing), Field("syncState", FieldState.Missing), Field("badges", FieldState.WrongType, "NUMBER"))));
        Assert.Null(SchemaText.Of(new RemoteSchema([])));
    }

    [Fact]
    public void Who_syncs_right_now_is_told()
    {
        using var lease = SyncLease.TryTake(place.Store, "twenty", "progressctl sync of ben");
        Assert.Equal("progressctl sync of ben", Status().SyncedBy);
    }

    [Fact]
    public void Every_connection_has_its_own_status()
    {
        Outbox("ana", null);
        place.Connect(Academy);
        Assert.Equal([("twenty", 1), ("academy", 0)], CrmSyncStatuses.Get(place.Store, place.Host).Select(s => (s.Connection, s.Pending)));
        Assert.Equal(("none", true), (Status("academy").KeySource, Status("academy").KeyPresent));
        Assert.Throws<ProgressException>(() => Status("nobody"));
    }

    private CrmSyncStatus Status(string name = "twenty") => CrmSyncStatuses.Get(place.Store, place.Host, name).Single();

    private void Synced(Func<ConnectionState, ConnectionState>? then = null) => place.Store.Change(change =>
    {
        var state = ConnectionState.Read(change.Connection, "twenty") with { LastPush = change.Now, LastPull = change.Now };
        (then?.Invoke(state) ?? state).Save(change);
        return true;
    });

    private void Outbox(string key, string? refused) => place.Store.Connection.Execute(
        "INSERT INTO outbox (entity, key, since, refused) VALUES ('repProgression', @key, 0, @refused)", new { key, refused });
}
