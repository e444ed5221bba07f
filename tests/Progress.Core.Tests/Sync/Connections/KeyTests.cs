using Progress.Store;
using Progress.Sync;
using Progress.Tests.Store;
using Xunit;
using static Progress.Tests.Sync.ConnectionPlace;

namespace Progress.Tests.Sync;

public sealed class KeyTests : IDisposable
{
    private readonly ConnectionPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_key_is_not_sent_to_another_host_than_that_of_its_first_connection()
    {
        place.Connect();

        var refused = place.Refused(Crm with { Uri = "https://other.example" }, "KeyBoundElsewhere");

        Assert.Contains("(variable TWENTY_API_KEY) belongs to crm.example:443 and is not sent to other.example:443", refused.Message);
        Assert.Contains("-Force", refused.Message);
        Assert.DoesNotContain(place.Network.Requests, r => r.Uri.Host == "other.example");
        Assert.Contains("https://crm.example\"", place.Settings);
        place.Refused(Crm with { Uri = "https://crm.example:8443" }, "KeyBoundElsewhere");
        Assert.Equal("https://crm.example/twenty", place.Connect(Crm with { Uri = "https://crm.example/twenty" }).Uri);
    }

    [Fact]
    public void It_stays_bound_when_the_connection_is_ended()
    {
        place.Connect();
        CrmConnections.Remove(place.Store, "twenty");
        place.Refused(Crm with { Name = "new", Uri = "https://other.example" }, "KeyBoundElsewhere");
    }

    [Fact]
    public void A_service_that_has_moved_takes_the_key_with_it_when_a_person_says_so()
    {
        place.Connect();
        place.Connect(Crm with { Uri = "https://other.example" }, force: true);
        place.Refused(Crm, "KeyBoundElsewhere");
    }

    [Fact]
    public void An_address_that_was_changed_by_hand_does_not_get_the_key()
    {
        place.Connect();
        place.WriteSettings(place.Settings.Replace("crm.example", "evil.example"));

        StoreFolder.Refused(() => Open().Dispose(), "KeyBoundElsewhere", ErrorKind.Usage);

        Assert.DoesNotContain(place.Network.Requests, r => r.Uri.Host == "evil.example");
    }

    [Fact]
    public void A_connection_that_was_written_by_hand_binds_its_key_when_it_is_first_used()
    {
        place.WriteSettings("""{ "connections": [{ "name": "twenty", "provider": "twenty", "uri": "https://crm.example", "apiKeyVariable": "TWENTY_API_KEY" }] }""");
        Open().Dispose();
        place.WriteSettings(place.Settings.Replace("crm.example", "evil.example"));
        StoreFolder.Refused(() => Open().Dispose(), "KeyBoundElsewhere", ErrorKind.Usage);
    }

    [Fact]
    public void The_academy_takes_no_key_and_may_move()
    {
        place.Connect(Academy);
        place.Connect(Academy with { Uri = "https://academy.example" });
        Assert.All(place.Network.Requests, r => Assert.Null(r.Key));
    }

    [Fact]
    public void Another_host_may_be_another_workspace_so_what_was_agreed_is_forgotten()
    {
        place.Connect();
        place.Store.Change(change =>
        {
            (ConnectionState.Read(change.Connection, "twenty") with { LastPull = change.Now }).Save(change);
            return true;
        });
        place.Connect();
        Assert.NotNull(ConnectionState.Read(place.Store, "twenty").LastPull);

        place.Connect(Crm with { Uri = "https://other.example" }, force: true);

        var state = ConnectionState.Read(place.Store, "twenty");
        Assert.Equal((null, "other.example:443", "1.4.0"), (state.LastPull, state.Host, state.Server!.Version));
    }

    [Fact]
    public void The_key_is_the_one_that_the_variable_holds_at_each_request()
    {
        place.Connect();
        using var opened = Open();
        var renewed = place.Variables["TWENTY_API_KEY"] = place.Key(90);
        opened.Provider.Check(default);
        Assert.Equal("Bearer " + renewed, place.Network.Requests[^1].Key);
    }

    [Fact]
    public void Without_a_key_a_pass_does_not_begin_and_says_what_to_do()
    {
        place.Connect();
        place.Variables["TWENTY_API_KEY"] = "";
        var asked = place.Network.Requests.Count;

        var fault = Assert.Throws<RemoteException>(() => Open());

        Assert.Equal((RemoteFault.KeyMissing, asked), (fault.Fault, place.Network.Requests.Count));
        Assert.Contains("TWENTY_API_KEY", fault.Message);
    }

    [Theory]
    [InlineData(null, "-ApiKey gives the key to this session")]
    [InlineData("crm-key", "-SecretName crm-key reads the secret")]
    public void A_key_of_a_session_is_known_to_its_store_and_gone_with_it(string? secret, string step)
    {
        place.Connect(Crm with { ApiKeyVariable = null, SecretName = secret, ApiKey = place.Key(30) });
        Open().Dispose();
        Assert.False(ApiKeys.Has(new StoreLocation(Path.Combine(place.Folder, "other.db")), "twenty"));

        ApiKeys.Forget(place.Store.Location, "twenty");

        Assert.Contains(step, Assert.Throws<RemoteException>(() => Open()).Message);
        ApiKeys.Give(place.Store.Location, "Twenty", place.Key(30));
        Open().Dispose();
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 200)]
    [InlineData(false, 401)]
    [InlineData(false, 500)]
    [InlineData(true, 400)]
    public void No_file_error_or_trace_has_the_key(bool given, int status)
    {
        var asked = given ? Crm with { ApiKeyVariable = null, ApiKey = place.Key(30) } : Crm;
        if (status != 200)
            place.Refuse = request => AnsweringHandler.Text(status, $$"""{"statusCode":{{status}},"messages":["you sent {{request.Headers.Authorization}}"]}""");
        var said = "";
        try
        {
            said += place.Connect(asked);
            using var opened = Open();
            said += $"{opened.Connection}{CrmSyncStatuses.Get(place.Store, place.Host).Single()}";
        }
        catch (ProgressException error)
        {
            said += error;
        }

        Assert.NotEmpty(place.Network.Requests);
        Assert.All(place.Network.Requests, r => Assert.Contains(Secret, r.Key));
        foreach (var text in new[] { said, asked.ToString(), string.Join('\n', place.Trace), place.Settings, StoreText.Of(place.Store), place.AllFiles() })
        {
            Assert.DoesNotContain(Secret, text);
            Assert.DoesNotContain("eyJ", text);
        }

        Assert.Equal(status == 200, place.AllFiles().Contains("crm.example:443", StringComparison.Ordinal) && place.Settings.Length > 0);
    }

    private OpenedConnection Open() => CrmConnections.Open(place.Store, CrmConnections.Find(place.Store.Location, "twenty"), place.Host, null);
}
