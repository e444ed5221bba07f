using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Progress.Tests.Doubles;

public class DoublesCommandTests
{
    [Fact]
    public async Task Twenty_starts_with_switches_and_a_key_of_ones_own()
    {
        using var doubles = DoublesProcess.Start("twenty", "--port", "0", "--key", "my-key", "--missing-record-status", "400", "--throttle", "429", "--limit", "1");
        Assert.Contains("export TWENTY_API_KEY=my-key", doubles.Output);
        using var client = Client(doubles.Addresses.Single(), "my-key");
        using var missing = await client.GetAsync($"rest/notes/{Guid.Empty}");
        Assert.Equal(400, (int)missing.StatusCode);
        using var throttled = await client.GetAsync("rest/notes");
        Assert.Equal(429, (int)throttled.StatusCode);
    }

    [Fact]
    public async Task Airtable_starts_with_switches_and_a_token_of_ones_own()
    {
        using var doubles = DoublesProcess.Start("airtable", "--port", "0", "--token", "my-token", "--not-found", "type", "--per-second", "1");
        Assert.Contains("export AIRTABLE_API_KEY=my-token", doubles.Output);
        using var client = Client(doubles.Addresses.Single(), "my-token");
        Assert.Equal("""{"error":{"type":"NOT_FOUND"}}""", await GetStringOf(client, "v0"));
        Assert.Equal("""{"tables":[]}""", await GetStringOf(client, "v0/meta/bases/appProgressDemo01/tables"));
        Assert.Contains("RATE_LIMIT_REACHED", await GetStringOf(client, "v0/meta/bases/appProgressDemo01/tables"));
    }

    [Fact]
    public async Task The_demo_has_samples_and_its_academy_pays_into_its_workspace()
    {
        using var doubles = DoublesProcess.Start("demo", "--twenty-port", "0", "--redhawk-port", "0", "--airtable-port", "0");
        using var client = Client(doubles.Addresses[0], Regex.Match(doubles.Output, "TWENTY_API_KEY=(.+)").Groups[1].Value);
        var members = await client.GetFromJsonAsync<JsonObject>("rest/workspaceMembers");
        Assert.Equal(6, members!["totalCount"]!.GetValue<int>());
        var notes = await client.GetFromJsonAsync<JsonObject>("rest/notes");
        Assert.Equal(200, notes!["totalCount"]!.GetValue<int>());

        await client.PostAsJsonAsync("rest/metadata/objects", new
        {
            nameSingular = "repProgression", namePlural = "repProgressions", labelSingular = "Rep Progression", labelPlural = "Rep Progressions",
        });
        await AddFields(client);
        using var academy = Client(doubles.Addresses[1], "");
        (await academy.PostAsJsonAsync("_double/modules", new { repId = "3", module = "module_1", badge = "closer.gold" })).EnsureSuccessStatusCode();
        var record = Assert.Single((await client.GetFromJsonAsync<JsonArray>("_double/records/repProgressions"))!)!;
        Assert.Equal(50, record["totalXp"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_demo_has_a_base_of_customers_whose_rollups_count_their_tasks()
    {
        using var doubles = DoublesProcess.Start("demo", "--twenty-port", "0", "--redhawk-port", "0", "--airtable-port", "0");
        using var client = Client(doubles.Addresses[2], Regex.Match(doubles.Output, "AIRTABLE_API_KEY=(.+)").Groups[1].Value);
        var assets = await client.GetFromJsonAsync<JsonObject>("v0/appProgressDemo01/Customer%20Assets?view=Grid%20view");
        Assert.Equal(40, assets!["records"]!.AsArray().Count);
        var first = assets["records"]![0]!["fields"]!;
        Assert.Equal(("CUST_01", 1, 1), (first["Customer ID"]!.GetValue<string>(), first["Active Tasks Count"]!.GetValue<int>(), first["Completed Tasks Count"]!.GetValue<int>()));
        var tasks = await client.GetFromJsonAsync<JsonObject>("v0/appProgressDemo01/Customer%20Task%20Progress");
        Assert.Equal(3, tasks!["records"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("twenty", "--throttle", "never")]
    [InlineData("twenty", "--limit", "many")]
    [InlineData("airtable", "--paging", "sideways")]
    public void A_switch_that_does_not_exist_is_said_in_words(params string[] arguments)
    {
        var (exitCode, error) = DoublesProcess.Run(arguments);
        Assert.Equal(1, exitCode);
        Assert.Contains($"{arguments[1]} does not take \"{arguments[2]}\"", error);
    }

    private static async Task AddFields(HttpClient client)
    {
        var objects = await client.GetFromJsonAsync<JsonObject>("rest/metadata/objects?limit=200");
        var id = objects!["data"]!.AsArray().Single(one => one!["nameSingular"]!.GetValue<string>() == "repProgression")!["id"]!.GetValue<string>();
        foreach (var (name, type) in new[] { ("workspaceMemberId", "TEXT"), ("totalXp", "NUMBER"), ("badges", "RAW_JSON") })
            (await client.PostAsJsonAsync("rest/metadata/fields", new { objectMetadataId = id, name, label = name, type })).EnsureSuccessStatusCode();
    }

    private static async Task<string> GetStringOf(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    private static HttpClient Client(Uri address, string key)
    {
        var client = new HttpClient { BaseAddress = address };
        if (key.Length > 0)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
