using Progress.Settings;
using Progress.Store;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class AirtableConnectionTests : IDisposable
{
    private const string Tables = """{"tables":[]}""";
    private static readonly NewCrmConnection Base = new()
    {
        Name = "airtable", Provider = CrmProvider.Airtable, Uri = "https://api.airtable.com", Base = "appA1b2C3d4E5f6G7", ApiKeyVariable = "AIRTABLE_TOKEN",
    };

    private readonly ConnectionPlace place = new();

    public AirtableConnectionTests()
    {
        place.Variables["AIRTABLE_TOKEN"] = "patOfATest.0123456789abcdef";
        place.Refuse = request => AnsweringHandler.Text(200, request.RequestUri!.AbsolutePath.EndsWith("/whoami", StringComparison.Ordinal) ? """{"id":"usrX"}""" : Tables);
    }

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_connection_has_its_base_in_the_settings_and_never_its_token()
    {
        var made = place.Connect(Base);

        Assert.Equal(("appA1b2C3d4E5f6G7", "variable AIRTABLE_TOKEN", 0.8), (made.Base, made.KeySource, made.Pace));
        Assert.Contains(
            """{ "name": "airtable", "provider": "airtable", "uri": "https://api.airtable.com", "base": "appA1b2C3d4E5f6G7", "apiKeyVariable": "AIRTABLE_TOKEN" }""", place.Settings);
        Assert.Equal(
            ["/v0/meta/whoami", "/v0/meta/bases/appA1b2C3d4E5f6G7/tables"], place.Network.Requests.Select(r => r.Uri.AbsolutePath));
        Assert.DoesNotContain("patOfATest", place.AllFiles());
        Assert.Equal(made.Base, CrmConnections.List(place.Store.Location, "airtable").Single().Base);
    }

    [Theory]
    [InlineData(null, "airtable needs the base: -Base. Allowed: the id of a base of Airtable")]
    [InlineData("tblA1b2C3d4E5f6G7", "What is given as base of airtable is not one.")]
    [InlineData("appA1b2C3d4E5f6G", "What is given as base of airtable is not one.")]
    [InlineData("appA1b2C3d4E5f6G7/tables", "What is given as base of airtable is not one.")]
    public void The_base_is_needed(string? id, string words) => Assert.StartsWith(words, place.Refused(Base with { Base = id }, "InvalidConnection").Message);

    [Fact]
    public void No_other_system_has_one_and_the_token_is_needed()
    {
        Assert.Contains("Twenty has no bases", place.Refused(ConnectionPlace.Crm with { Base = Base.Base }, "InvalidConnection").Message);
        Assert.Contains("RedHawk has no bases", place.Refused(ConnectionPlace.Academy with { Base = Base.Base }, "InvalidConnection").Message);
        Assert.Contains("needs its key in one way", place.Refused(Base with { ApiKeyVariable = null }, "InvalidConnection").Message);
    }

    [Fact]
    public void The_public_api_is_the_address_where_none_is_given_and_what_was_given_is_kept()
    {
        var draft = new ConnectionDraft { Name = "airtable", Provider = CrmProvider.Airtable, Base = Base.Base, ApiKeyVariable = "AIRTABLE_TOKEN" };

        Assert.Equal("https://api.airtable.com", draft.Complete(place.Store.Location).Uri);
        place.Connect(Base with { Uri = "https://proxy.example" });
        var again = new ConnectionDraft { Name = "airtable" }.Complete(place.Store.Location);
        Assert.Equal(("https://proxy.example", Base.Base, "AIRTABLE_TOKEN"), (again.Uri, again.Base, again.ApiKeyVariable));
    }

    [Fact]
    public void Another_base_of_the_same_host_takes_the_same_token_and_has_agreed_on_nothing()
    {
        place.Connect(Base);
        place.Store.Change(change =>
        {
            (ConnectionState.Read(place.Store, "airtable") with { LastPull = place.Store.UtcNow }).Save(change);
            return true;
        });
        place.Connect(Base);
        Assert.NotNull(ConnectionState.Read(place.Store, "airtable").LastPull);

        place.Connect(Base with { Base = "appOtherOtherOthe" });

        Assert.Null(ConnectionState.Read(place.Store, "airtable").LastPull);
    }

    [Fact]
    public void Each_base_has_its_own_limit_and_its_calls_are_counted()
    {
        place.Connect(Base);
        place.Connect(Base);
        var other = place.Connect(Base with { Base = "appOtherOtherOthe" });

        var status = CrmSyncStatuses.Get(place.Store, place.Host).Single();

        Assert.Equal((2, 100_000, 240), (status.CallsThisMonth, status.CallsPerMonth, status.CallsPerMinute));
        Assert.Equal("api.airtable.com:443/appOtherOtherOthe", other.Remote);
        Assert.Equal(4, CallBudget.Read(place.Store, $"api.airtable.com:443/{Base.Base}", other.Limit).ThisMonth);
    }

    [Theory]
    [InlineData("free", 1_000)]
    [InlineData("team", 100_000)]
    [InlineData("business", null)]
    [InlineData("enterprise", null)]
    public void The_plan_says_how_many_calls_a_month_has(string plan, int? calls)
    {
        place.WriteSettings($$"""{ "airtable": { "plan": "{{plan}}" } }""");
        place.Connect(Base);

        Assert.Equal((2, calls), CrmSyncStatuses.Get(place.Store, place.Host).Select(s => (s.CallsThisMonth, s.CallsPerMonth)).Single());
    }

    [Fact]
    public void A_month_that_is_used_up_says_so_and_what_to_do()
    {
        place.WriteSettings("""{ "airtable": { "plan": "free" } }""");
        var connection = place.Connect(Base);
        using (var limiter = new CallLimiter(place.Store, connection.Remote, connection.Limit, () => 0)) limiter.Wait(998, default);

        var refused = place.Refused(Base, "QuotaExhausted", ErrorKind.Remote);

        Assert.Contains("The 1000 calls of api.airtable.com:443/appA1b2C3d4E5f6G7", refused.Message);
        Assert.Contains("2026-10-01T00:00:00Z", refused.Message);
        Assert.Contains("Set-ProgressSetting airtable.plan", SyncNextStep.OfError("QuotaExhausted", connection));
    }

    [Theory]
    [InlineData("free", false)]
    [InlineData("team", true)]
    public void On_the_free_plan_the_background_sends_and_fetches_nothing(string plan, bool isFetched)
    {
        place.WriteSettings($$"""{ "airtable": { "plan": "{{plan}}" } }""");
        var connection = place.Connect(Base);
        var rhythm = new SyncRhythm(place.Clock, () => 0, SyncDirection.Both, isDue: true);
        var now = place.Clock.GetUtcNow().UtcDateTime;

        var idle = rhythm.Next(new SyncLook(connection, new OutboxMark(0, 0, null), now, now));
        var waiting = rhythm.Next(new SyncLook(connection, new OutboxMark(1, 1, now.AddSeconds(-5)), now, now));

        Assert.Equal((isFetched, TimeSpan.Zero), (idle.In == TimeSpan.Zero, waiting.In));
        Assert.Equal(isFetched ? SyncDirection.Both : SyncDirection.Push, waiting.Direction);
        Assert.Equal(isFetched ? TimeSpan.FromHours(1) : null, connection.PullPeriod);
    }

    [Fact]
    public void Errors_lead_to_where_tokens_are_made()
    {
        var connection = place.Connect(Base);
        foreach (var id in (string[])["KeyInvalid", "Forbidden"]) Assert.Contains("airtable.com/create/tokens", SyncNextStep.OfError(id, connection));
    }
}
