using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

/// <summary>Eight writers with the same expectation, over real sockets.</summary>
public class CompareAndSetTests
{
    private const int Writers = 8;
    private const int Rounds = 25;
    private static readonly Guid Id = new("00000000-0000-5000-8000-000000000001");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_eight_writers_exactly_one_wins_each_round(bool graphQl)
    {
        var caller = TwentyCaller.WithProgressions();
        caller.Post("/rest/repProgressions", $$"""{"id":"{{Id}}","rev":0,"totalXp":0}""");
        using var server = new DoubleServer(caller.Twenty);
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", caller.Key);

        for (var round = 0; round < Rounds; round++)
        {
            var rev = round;
            var won = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => graphQl ? GraphQl(client, rev) : Rest(client, rev)));
            Assert.Equal(1, won.Sum());
        }

        var row = caller.Twenty.Record("repProgressions", Id)!;
        Assert.Equal(Rounds, row["rev"]!.GetValue<int>());
        Assert.Equal(10 * Rounds, row["totalXp"]!.GetValue<int>());
    }

    private static async Task<int> Rest(HttpClient client, int rev)
    {
        var filter = Uri.EscapeDataString($"and(id[eq]:{Id},rev[eq]:{rev},totalXp[eq]:{10 * rev},deletedAt[is]:NULL)");
        using var answer = await client.PatchAsync($"rest/repProgressions?filter={filter}", Json(Data(rev)));
        return await Rows(answer);
    }

    private static async Task<int> GraphQl(HttpClient client, int rev)
    {
        var body = $$$"""
            {"query":"mutation Cas($filter: RepProgressionFilterInput!, $data: RepProgressionUpdateInput!) { updateRepProgressions(filter: $filter, data: $data) { id rev totalXp updatedAt } }",
             "variables":{"filter":{"and":[{"id":{"eq":"{{{Id}}}"}},{"rev":{"eq":{{{rev}}} }},{"deletedAt":{"is":"NULL"}}]},"data":{{{Data(rev)}}} }}
            """;
        using var answer = await client.PostAsync("graphql", Json(body));
        return await Rows(answer);
    }

    private static string Data(int rev) => $$"""{"rev":{{rev + 1}},"totalXp":{{10 * (rev + 1)}}}""";

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<int> Rows(HttpResponseMessage answer)
    {
        Assert.Equal(200, (int)answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["data"]!["updateRepProgressions"]!.AsArray().Count;
    }
}
