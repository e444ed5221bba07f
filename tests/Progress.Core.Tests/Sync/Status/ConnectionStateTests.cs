using Dapper;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class ConnectionStateTests : IDisposable
{
    private static readonly DateTime Noon = new(2026, 9, 30, 12, 0, 0, DateTimeKind.Utc);
    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void What_is_known_is_read_as_it_was_written()
    {
        var state = new ConnectionState("twenty")
        {
            Host = "crm.example:443", Server = new RemoteServer("Twenty", "1.4.0", Noon.AddDays(90)), LastPush = Noon, LastPull = Noon.AddMinutes(1),
            Error = new SyncError("Forbidden", "the role may not", Noon),
            Schema = new RemoteSchema([new RemoteEntity("repProgression", true, [
                new RemoteField("rev", "NUMBER", FieldState.Present), new RemoteField("promotions", "RAW_JSON", FieldState.WrongType, "TEXT", "change it")])]),
        };

        Save(state);

        var read = ConnectionState.Read(test.Store, "twenty");
        Assert.Equivalent(state, read, strict: true);
        Assert.Equal(["rev"], read.Schema!["repProgression"].Usable);
    }

    [Fact]
    public void Of_a_connection_that_was_never_used_nothing_is_known() =>
        Assert.Equal(new ConnectionState("twenty"), ConnectionState.Read(test.Store, "twenty"));

    [Fact]
    public void The_same_fault_keeps_its_first_time_and_another_begins_anew()
    {
        var state = new ConnectionState("twenty").Failed("Unreachable", "no answer", Noon).Failed("Unreachable", "no answer at all", Noon.AddHours(1));
        Assert.Equal(new SyncError("Unreachable", "no answer at all", Noon), state.Error);
        Assert.Equal(Noon.AddHours(2), state.Failed("KeyExpired", "expired", Noon.AddHours(2)).Error!.Since);
        Assert.Null(state.Recovered().Error);
    }

    [Fact]
    public void What_another_version_wrote_and_nobody_understands_is_asked_for_again()
    {
        Save(new ConnectionState("twenty") { LastPush = Noon });
        test.Store.Connection.Execute("UPDATE crm_state SET schema = '[1]', server = '{', error = '7'");
        Assert.Equal(new ConnectionState("twenty") { LastPush = Noon }, ConnectionState.Read(test.Store, "twenty"));
    }

    [Fact]
    public void Forgetting_keeps_what_was_agreed_with_others()
    {
        test.Store.Connection.Execute(
            """
            INSERT INTO crm_record (connection, entity, key, id, json, at) VALUES ('twenty', 'e', 'k', 'i', '{}', 1), ('other', 'e', 'k', 'i', '{}', 1);
            INSERT INTO crm_cursor (connection, name, value, at) VALUES ('twenty', 'n', 'v', 1), ('other', 'n', 'v', 1);
            """);
        test.Store.Change(change => ConnectionState.Forget(change, "twenty"));
        Assert.Equal(["other"], test.Store.Connection.Query<string>("SELECT connection FROM crm_record"));
        Assert.Equal(["other"], test.Store.Connection.Query<string>("SELECT connection FROM crm_cursor"));
    }

    private void Save(ConnectionState state) => test.Store.Change(change =>
    {
        state.Save(change);
        return true;
    });
}
