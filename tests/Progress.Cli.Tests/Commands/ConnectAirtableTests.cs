using Progress.Doubles;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests;

public sealed class ConnectAirtableTests : IDisposable
{
    private const string TokenVariable = "AIRTABLE_API_KEY";

    private readonly AirtableDouble airtable = new();
    private readonly DoubleServer server;
    private readonly CustomerPlace customers = new();
    private readonly Workplace place;

    public ConnectAirtableTests()
    {
        (server, place) = (new DoubleServer(airtable), customers.Place);
        place.Variables[TokenVariable] = airtable.Token();
    }

    private string[] Connecting =>
        ["connect", "base", "--provider", "airtable", "--base", airtable.Base.Id, "--uri", server.Address.AbsoluteUri.TrimEnd('/'), "--api-key-variable", TokenVariable];

    public void Dispose()
    {
        server.Dispose();
        customers.Dispose();
    }

    [Fact]
    public void A_base_is_connected_gets_its_tables_and_the_progress_and_is_found_again_by_its_name()
    {
        // The base has no row of any of our customers yet.
        place.Write("progress.settings.json", """{ "airtable": { "createCustomers": true } }""");
        place.Run(Connecting);
        place.Do("crm-schema", "init", "base");
        place.Do("sync", "base");
        var again = place.Do("connect", "base", "--json").Json;

        Assert.Equal(("Airtable", airtable.Base.Id), (again["connection"]!["provider"]!.GetValue<string>(), again["connection"]!["base"]!.GetValue<string>()));
        Assert.Equal("Done", again["sync"]!["status"]!.GetValue<string>());
        Assert.Contains($"base {airtable.Base.Id}", place.Run("connect", "base").Out);
        Assert.DoesNotContain(place.Variables[TokenVariable], StoreRows.All(place));
    }

    [Fact]
    public void A_base_is_needed_and_is_one()
    {
        var missing = place.Refused(3, "InvalidConnection", "connect", "base", "--provider", "airtable", "--api-key-variable", TokenVariable);
        var none = place.Refused(3, "InvalidConnection", "connect", "base", "--provider", "airtable", "--base", "tblX", "--api-key-variable", TokenVariable);

        Assert.Contains("needs the base: --base", missing.ErrorJson["message"]!.GetValue<string>());
        Assert.Contains("app and 14 letters and digits", none.ErrorJson["message"]!.GetValue<string>());
    }

    [Fact]
    public void What_if_prints_the_plan_and_asks_nobody()
    {
        Assert.NotEmpty(place.Do([.. Connecting, "--what-if", "--json"]).Json.AsArray());
        Assert.Empty(airtable.Journal.Text);
    }
}
