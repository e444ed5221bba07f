using Xunit;

namespace Progress.Tests;

public sealed class ConnectTests : IDisposable
{
    private readonly Crm crm = new(withSchema: false);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void A_connection_is_made_synced_and_found_again_by_its_name()
    {
        crm.Twenty.AddNote(Guid.NewGuid(), "Call - BUSY | 0:10 | Uma", DateTimeOffset.Parse("2026-09-30T10:00Z"), Guid.Parse(Workplace.Ana));

        var first = crm.Connect();
        crm.Place.Do("crm-schema", "init", "--connection", "twenty");
        var again = crm.Place.Do("connect", "twenty", "--json").Json;

        Assert.Equal((1, ""), (first.ExitCode, first.Error));
        Assert.Contains("progressctl crm-schema init --connection twenty", first.Out.ReplaceLineEndings(" "));
        Assert.Equal("variable TWENTY_API_KEY", again["connection"]!["keySource"]!.GetValue<string>());
        Assert.Equal("Done", again["sync"]!["status"]!.GetValue<string>());
        Assert.Equal(1, crm.Place.Do("reps", "--rep", Workplace.Ana, "--json").Json[0]!["dials"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(3, "InsecureUri", "http://crm.example")]
    [InlineData(3, "InvalidConnection", "crm")]
    [InlineData(2, "Unreachable", "http://127.0.0.1:9")]
    public void An_address_that_cannot_be_used_makes_no_connection(int exitCode, string id, string uri)
    {
        crm.Place.Refused(exitCode, id, "connect", "twenty", "--provider", "twenty", "--uri", uri, "--api-key-variable", Crm.KeyVariable);

        Assert.Empty(crm.Place.Do("sync-status", "--json").Json.AsArray());
    }

    [Fact]
    public void A_key_that_is_missing_or_wrong_is_said_and_shown_nowhere()
    {
        crm.Place.Variables.Remove(Crm.KeyVariable);
        var missing = crm.Place.Refused(2, "KeyMissing", crm.Connecting);
        crm.Place.Variables[Crm.KeyVariable] = crm.Key + "x";
        var wrong = crm.Place.Refused(2, "KeyInvalid", crm.Connecting);
        var debug = crm.Place.Run([.. crm.Connecting, "--debug"]);

        Assert.Contains(Crm.KeyVariable, missing.Error);
        Assert.Equal("Remote", wrong.ErrorJson["kind"]!.GetValue<string>());
        Assert.Contains("GET /rest/", debug.Error);
        Assert.DoesNotContain(crm.Key, missing.Error + wrong.Error + debug.Error + debug.Out);
        Assert.DoesNotContain(crm.Key, StoreRows.All(crm.Place));
    }

    [Fact]
    public void What_if_prints_the_plan_and_asks_nobody()
    {
        var plan = crm.Place.Do([.. crm.Connecting, "--what-if", "--json"]).Json;

        Assert.NotEmpty(plan.AsArray());
        Assert.Empty(crm.Twenty.Journal.Text);
        Assert.Empty(crm.Place.Do("sync-status", "--json").Json.AsArray());
    }

    [Fact]
    public void Disconnecting_sends_what_is_pending()
    {
        crm.Connect();
        crm.Place.Do("crm-schema", "init");
        crm.Place.Do("sync");
        crm.Place.Do("add-activity", "--rep", Workplace.Ana, "--kind", "deal_closed");

        Assert.Equal(0, crm.Place.Do("disconnect", "--name", "twenty", "--json").Json["pending"]!.GetValue<int>());
        Assert.Equal(crm.Shown(Workplace.Ana), crm.Xp(Workplace.Ana));
        crm.Place.Refused(2, "ConnectionNotFound", "disconnect", "twenty");
    }

    [Fact]
    public void Disconnecting_from_a_service_that_is_away_says_what_is_left_and_ends_with_1()
    {
        crm.Connect();
        crm.Place.Do("crm-schema", "init");
        crm.Place.Do("sync");
        crm.Place.Do("add-activity", "--rep", Workplace.Ana, "--kind", "deal_closed");
        crm.Twenty.Faults.Down = true;

        var run = crm.Place.Run("disconnect", "twenty", "--timeout", "1");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"Not sent +1\n", run.Out);
        Assert.Contains("progressctl connect", run.Out);
    }
}
