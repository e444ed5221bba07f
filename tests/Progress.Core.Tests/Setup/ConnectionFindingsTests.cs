using Dapper;
using Progress.Setup;
using Progress.Sync;
using Progress.Tests.Sync;
using Xunit;

namespace Progress.Tests.Setup;

public sealed class ConnectionFindingsTests : IDisposable
{
    private readonly ConnectionPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Without_connections_nothing_is_to_be_done() =>
        Assert.Equal(("none", SetupStatus.Ok, null), (Of("connections").Detail, Of("connections").Status, Of("connections").NextStep));

    [Fact]
    public void A_connection_in_order_is_named_with_its_address()
    {
        place.Connect();
        Assert.Equal((SetupStatus.Warning, "Invoke-CrmSync twenty"), (Of("connection twenty").Status, Of("connection twenty").NextStep));

        Synced();

        Assert.Equal((SetupStatus.Ok, "https://crm.example", null), (Of("connection twenty").Status, Of("connection twenty").Detail, Of("connection twenty").NextStep));
        Assert.DoesNotContain(Run().Findings, f => f.Topic.EndsWith(" of twenty", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pause_is_told()
    {
        place.Connect();
        place.WriteSettings(place.Settings.Replace("{\n  \"connections\"", "{\n  \"sync\": { \"paused\": true },\n  \"connections\""));
        Assert.Contains("sync.paused false", Of("connection twenty").NextStep);
    }

    [Fact]
    public void A_variable_that_is_not_set_is_a_problem_that_names_it()
    {
        place.Connect();
        place.Variables.Clear();
        Assert.False(Run().Passed);
        Assert.Equal((SetupStatus.Problem, "there is none (variable TWENTY_API_KEY)"), (Of("key of twenty").Status, Of("key of twenty").Detail));
        Assert.Contains("Set the environment variable TWENTY_API_KEY", Of("key of twenty").NextStep);
    }

    [Theory]
    [InlineData(287, SetupStatus.Warning, "The key expires at")]
    [InlineData(301, SetupStatus.Problem, "The key expired at")]
    public void A_key_that_ends_is_told_in_time(int days, SetupStatus status, string text)
    {
        place.Connect();
        place.Clock.Advance(TimeSpan.FromDays(days));
        Assert.Equal(status, Of("key of twenty").Status);
        Assert.StartsWith(text, Of("key of twenty").NextStep);
    }

    [Fact]
    public void What_went_wrong_last_is_told_with_its_time_and_next_step()
    {
        place.Connect();
        Synced(state => state.Failed("Forbidden", "the role may not write repProgressions", place.Store.UtcNow));
        Assert.Equal(
            (SetupStatus.Problem, "since 2026-09-30T12:00:00Z: the role may not write repProgressions"), (Of("sync of twenty").Status, Of("sync of twenty").Detail));
        Assert.Contains("Roles", Of("sync of twenty").NextStep);
    }

    [Fact]
    public void Refused_records_and_open_conflicts_are_counted()
    {
        place.Connect();
        place.Store.Connection.Execute("INSERT INTO outbox (entity, key, since, refused) VALUES ('repProgression', 'ana', 0, 'badges: not a list')");
        place.Store.Change(change => CrmConflicts.Report(change, new FoundConflict("twenty", "e", "k", "r", "f", ConflictKind.BothChanged, "a", "b", null)));

        Assert.Equal((SetupStatus.Warning, "1 refused; the first: badges: not a list"), (Of("records of twenty").Status, Of("records of twenty").Detail));
        Assert.Contains("Get-CrmSyncStatus twenty", Of("records of twenty").NextStep);
        Assert.Equal((SetupStatus.Warning, "1 open"), (Of("conflicts of twenty").Status, Of("conflicts of twenty").Detail));
        Assert.Contains("Get-CrmConflict twenty", Of("conflicts of twenty").NextStep);
        Assert.True(Run().Passed);
    }

    [Fact]
    public void Connections_that_cannot_be_read_are_a_problem_and_no_error()
    {
        place.WriteSettings("""{ "connections": [{ "name": "twenty", "provider": "airtable", "uri": "https://x.example" }] }""");
        Assert.Equal((SetupStatus.Problem, 2), (Of("connections").Status, Run().ExitCode));
    }

    private SetupTest Run() => SetupCheck.Run(place.Store.Location, place.Folder, place.Store.Options, place.Host);

    private SetupFinding Of(string topic) => Assert.Single(Run().Findings, f => f.Topic == topic);

    private void Synced(Func<ConnectionState, ConnectionState>? then = null) => place.Store.Change(change =>
    {
        var state = ConnectionState.Read(change.Connection, "twenty") with { LastPush = change.Now, LastPull = change.Now };
        (then?.Invoke(state) ?? state).Save(change);
        return true;
    });
}
