using Dapper;
using Progress.Settings;
using Progress.Store;
using Progress.Sync;
using Progress.Tests.Store;
using Xunit;
using static Progress.Tests.Sync.ConnectionPlace;

namespace Progress.Tests.Sync;

public sealed class ConnectTests : IDisposable
{
    private readonly ConnectionPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_connection_stands_in_the_users_own_settings_and_in_the_audit()
    {
        var made = place.Connect();

        Assert.Equal(
            ("twenty", CrmProvider.Twenty, "https://crm.example", "variable TWENTY_API_KEY", null, 0.8),
            (made.Name, made.Provider, made.Uri, made.KeySource, made.PerMinute, made.Pace));
        Assert.Equal((place.Clock.GetUtcNow().AddDays(300).UtcDateTime, null), (made.KeyExpires, made.Warning));
        Assert.Equal(
            """
            {
              "connections": [
                { "name": "twenty", "provider": "twenty", "uri": "https://crm.example", "apiKeyVariable": "TWENTY_API_KEY" }
              ]
            }

            """.ReplaceLineEndings("\n"),
            place.Settings);
        var audit = Assert.Single(AuditLog.Read(place.Store, "connection"));
        Assert.Equal(("twenty", null, "Connect-Crm"), (audit.Key, audit.Old, audit.Command));
        Assert.Contains("https://crm.example", audit.New);
        Assert.Equal(["Bearer " + place.Variables["TWENTY_API_KEY"]], place.Network.Requests.Select(r => r.Key).Distinct());
        Assert.Equal(["crm.example"], place.Network.Requests.Select(r => r.Uri.Host).Distinct());
    }

    [Fact]
    public void The_rest_of_the_settings_stays_as_it_is()
    {
        place.WriteSettings("{\n  // mine\n  \"timeZone\": \"Europe/Berlin\", // home\n  \"sync\": { \"pace\": 0.5 }\n}\n");

        var made = place.Connect();
        place.Connect(Academy);

        Assert.Equal(0.5, made.Pace);
        Assert.StartsWith("{\n  // mine\n  \"timeZone\": \"Europe/Berlin\", // home\n  \"sync\": { \"pace\": 0.5 },\n", place.Settings);
        Assert.Equal(["twenty", "academy"], CrmConnections.List(place.Store.Location).Select(c => c.Name));
    }

    [Fact]
    public void A_connection_made_anew_takes_the_place_of_the_old()
    {
        place.Connect();
        var again = place.Connect(Crm with { Name = "TWENTY", ApiKeyVariable = null, ApiKey = place.Key(30), PerMinute = 60 });

        Assert.Equal(("given, this session only", 60.0), (again.KeySource, again.PerMinute));
        Assert.Equal("TWENTY", Assert.Single(CrmConnections.List(place.Store.Location)).Name);
        Assert.Contains("TWENTY_API_KEY", AuditLog.Read(place.Store, "connection").First().Old);
    }

    [Fact]
    public void A_dry_run_calls_nobody_and_writes_nothing()
    {
        var before = StoreText.Of(place.Store);

        Assert.Equal("twenty", place.Connect(dryRun: true).Name);

        Assert.Empty(place.Network.Requests);
        Assert.Equal((before, ""), (StoreText.Of(place.Store), place.Settings));
    }

    [Theory]
    [InlineData("", "https://crm.example", "letter, then up to 31")]
    [InlineData("2nd", "https://crm.example", "letter, then up to 31")]
    [InlineData("a b", "https://crm.example", "letter, then up to 31")]
    [InlineData("a23456789012345678901234567890123", "https://crm.example", "letter, then up to 31")]
    [InlineData("twenty", "crm.example", "an absolute https address")]
    [InlineData("twenty", "ftp://crm.example", "an absolute https address")]
    [InlineData("twenty", "https://crm.example?key=1", "without user, query and fragment")]
    [InlineData("twenty", "https://crm.example#a", "without user, query and fragment")]
    [InlineData("twenty", "https://", "an absolute https address")]
    public void What_cannot_be_a_connection_is_refused_with_what_is_allowed(string name, string uri, string allowed)
    {
        var refused = place.Refused(Crm with { Name = name, Uri = uri }, "InvalidConnection");
        Assert.Contains($"Allowed: ", refused.Message);
        Assert.Contains(allowed, refused.Message);
        Assert.Empty(place.Network.Requests);
    }

    [Fact]
    public void An_address_that_holds_a_password_is_refused_and_not_repeated()
    {
        var refused = place.Refused(Crm with { Uri = "https://ana:hunter2@crm.example" }, "InvalidConnection");
        Assert.DoesNotContain("hunter2", refused.ToString());
    }

    [Theory]
    [InlineData("http://crm.example")]
    [InlineData("http://192.168.1.20:3000")]
    [InlineData("http://127.0.0.1.example")]
    public void Plain_http_leaves_this_computer_only_with_the_setting(string uri)
    {
        Assert.Contains("sync.allowHttp true", place.Refused(Crm with { Uri = uri }, "InsecureUri").Message);
        Assert.Empty(place.Network.Requests);
        place.WriteSettings("""{ "sync": { "allowHttp": true } }""");
        Assert.Equal(uri, place.Connect(Crm with { Uri = uri }).Uri);
    }

    [Theory]
    [InlineData("http://localhost:3000/", "http://localhost:3000")]
    [InlineData("http://127.0.0.1:4001", "http://127.0.0.1:4001")]
    [InlineData("http://[::1]:4001", "http://[::1]:4001")]
    [InlineData("HTTPS://CRM.Example/twenty/", "https://crm.example/twenty")]
    public void An_address_that_stays_here_or_is_encrypted_is_taken(string uri, string kept) => Assert.Equal(kept, place.Connect(Crm with { Uri = uri }).Uri);

    public static TheoryData<string, NewCrmConnection> BadKeys => new()
    {
        { "none", Crm with { ApiKeyVariable = null } },
        { "two", Crm with { ApiKey = "k" } },
        { "variable and secret", Crm with { SecretName = "s" } },
        { "empty", Crm with { ApiKeyVariable = null, ApiKey = " " } },
        { "the key as variable", Crm with { ApiKeyVariable = "eyJ.x." + Secret } },
        { "the key as secret", Crm with { ApiKeyVariable = null, SecretName = "eyJ.x." + Secret + new string('a', 64) } },
        { "a key for the academy", Academy with { ApiKeyVariable = "X" } },
        { "no limit", Crm with { PerMinute = 0 } },
        { "endless", Crm with { PerMinute = double.PositiveInfinity } },
    };

    [Theory]
    [MemberData(nameof(BadKeys))]
    public void A_key_comes_in_one_way_and_what_does_not_fit_is_not_repeated(string why, NewCrmConnection asked)
    {
        var refused = place.Refused(asked, "InvalidConnection");
        Assert.DoesNotContain(Secret, refused.ToString() + asked + why);
        Assert.Empty(place.Network.Requests);
    }

    [Fact]
    public void Each_provider_has_one_connection_and_each_name_one_provider()
    {
        place.Connect();
        Assert.Contains("as twenty (https://crm.example)", place.Refused(Crm with { Name = "second" }, "ProviderConnected", ErrorKind.Conflict).Message);
        Assert.Contains("another name", place.Refused(Academy with { Name = "twenty" }, "ConnectionNameTaken", ErrorKind.Conflict).Message);
    }

    [Theory]
    [InlineData(14.5, false)]
    [InlineData(13.9, true)]
    public void A_key_that_ends_within_two_weeks_is_warned_of(double days, bool warns)
    {
        place.Variables["TWENTY_API_KEY"] = place.Key(days);
        Assert.Equal(warns ? "The key expires at 2026-10-14T09:36:00Z, in 14 days." : null, place.Connect().Warning?.Split(" Make")[0]);
    }

    [Fact]
    public void A_key_that_has_expired_makes_no_connection()
    {
        place.Variables["TWENTY_API_KEY"] = place.Key(-0.5);
        var refused = place.Refused(Crm, "KeyExpired", ErrorKind.Remote);
        Assert.Contains("expired at 2026-09-30T00:00:00Z", refused.Message);
        Assert.Contains("API & Webhooks", refused.Message);
        Assert.Equal("", place.Settings);
    }

    [Fact]
    public void A_variable_that_is_not_set_is_named()
    {
        place.Variables.Clear();
        Assert.Contains("Set the environment variable TWENTY_API_KEY", place.Refused(Crm, "KeyMissing", ErrorKind.Remote).Message);
        Assert.Empty(place.Network.Requests);
    }

    [Fact]
    public void A_service_that_refuses_the_key_makes_no_connection_and_binds_nothing()
    {
        place.Refuse = _ => AnsweringHandler.Text(401, """{"statusCode":401,"error":"UNAUTHENTICATED","messages":["Token invalid."]}""");

        Assert.StartsWith("twenty: ", place.Refused(Crm, "KeyInvalid", ErrorKind.Remote).Message);

        Assert.Equal("", place.Settings);
        Assert.Equal(0, place.Store.Connection.ExecuteScalar<long>("SELECT count(*) FROM crm_key"));
        Assert.Empty(AuditLog.Read(place.Store));
    }

    [Fact]
    public void A_connection_is_ended_by_name_and_its_key_forgotten()
    {
        place.Connect(Crm with { ApiKeyVariable = null, ApiKey = place.Key(30) });
        place.Connect(Academy);
        Assert.True(ApiKeys.Has(place.Store.Location, "twenty"));

        CrmConnections.Remove(place.Store, "Twenty", dryRun: true);
        Assert.Equal(2, CrmConnections.List(place.Store.Location).Count);
        CrmConnections.Remove(place.Store, "Twenty");

        Assert.Equal("academy", Assert.Single(CrmConnections.List(place.Store.Location)).Name);
        Assert.False(ApiKeys.Has(place.Store.Location, "twenty"));
        var refused = StoreFolder.Refused(() => CrmConnections.Remove(place.Store, "twenty"), "ConnectionNotFound", ErrorKind.NotFound);
        Assert.Contains("Connected: academy", refused.Message);
        CrmConnections.Remove(place.Store, "academy");
        Assert.DoesNotContain("connections", place.Settings);
        Assert.Contains("Connect-Crm", StoreFolder.Refused(() => CrmConnections.List(place.Store.Location, "x"), "ConnectionNotFound", ErrorKind.NotFound).Message);
        Assert.Empty(CrmConnections.List(place.Store.Location, "x*"));
    }

    [Fact]
    public void A_settings_file_that_cannot_be_written_leaves_store_and_audit_as_they_were()
    {
        Directory.CreateDirectory(place.SettingsPath + ".d");
        File.CreateSymbolicLink(place.SettingsPath, Path.Combine(place.SettingsPath + ".d", "gone", "file"));
        var before = StoreText.Of(place.Store).Split("== crm_rate")[0];

        Assert.ThrowsAny<ProgressException>(() => place.Connect());

        Assert.Equal(before, StoreText.Of(place.Store).Split("== crm_rate")[0]);
    }

    [Fact]
    public void A_limit_that_is_stated_ends_what_refusals_taught()
    {
        place.Connect();
        using (var opened = CrmConnections.Open(place.Store, CrmConnections.Find(place.Store.Location, "twenty"), place.Host, null))
        {
            opened.Gate.Refused(null, 20);
            Assert.Equal(16, opened.Gate.Budget.PerMinute);
        }

        place.Connect();
        Assert.Equal(16, CrmSyncStatuses.Get(place.Store, place.Host).Single().CallsPerMinute);
        place.Connect(Crm with { PerMinute = 200 });
        Assert.Equal(160, CrmSyncStatuses.Get(place.Store, place.Host).Single().CallsPerMinute);
        using (var opened = CrmConnections.Open(place.Store, CrmConnections.Find(place.Store.Location, "twenty"), place.Host, null))
            opened.Gate.Refused(null, 30);
        place.Connect(Crm with { PerMinute = 200 });
        Assert.Equal(24, CrmSyncStatuses.Get(place.Store, place.Host).Single().CallsPerMinute);
    }
}
