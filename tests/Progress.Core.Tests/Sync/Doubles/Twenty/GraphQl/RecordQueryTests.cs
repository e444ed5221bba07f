using System.Text.Json.Nodes;
using Xunit;

namespace Progress.Tests.Doubles;

public class RecordQueryTests
{
    private readonly TwentyCaller caller = TwentyCaller.WithProgressions();

    public RecordQueryTests()
    {
        foreach (var xp in new[] { 30, 10, 20 })
            caller.Post("/rest/repProgressions", $$"""{"name":"r{{xp}}","totalXp":{{xp}}}""");
    }

    [Fact]
    public void A_connection_is_ordered_filtered_and_paged()
    {
        const string Query = """
            query Page($filter: RepProgressionFilterInput, $after: String) {
              all: repProgressions(filter: $filter, orderBy: [{ totalXp: DescNullsLast }], first: 1, after: $after) {
                edges { cursor node { name totalXp } } pageInfo { hasNextPage endCursor } totalCount } }
            """;
        var filter = new { totalXp = new { gte = 20 } };
        var first = caller.GraphQl(Query, new { filter })["data"]!["all"]!;
        Assert.Equal(2, first["totalCount"]!.GetValue<int>());
        Assert.Equal("""{"name":"r30","totalXp":30}""", first["edges"]![0]!["node"]!.ToJsonString());
        Assert.True(first["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
        var after = first["pageInfo"]!["endCursor"]!.GetValue<string>();
        Assert.Equal(after, first["edges"]![0]!["cursor"]!.GetValue<string>());
        var second = caller.GraphQl(Query, new { filter, after })["data"]!["all"]!;
        Assert.Equal("r20", second["edges"]![0]!["node"]!["name"]!.GetValue<string>());
        Assert.False(second["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("{ or: [{ totalXp: { eq: 10 } }, { name: { startsWith: \"r3\" } }] }", "r10|r30")]
    [InlineData("{ not: { totalXp: { in: [10, 20] } } }", "r30")]
    [InlineData("{ name: { ilike: \"R1%\" } }", "r10")]
    [InlineData("{ createdBy: { source: { eq: \"MANUAL\" } } }", null)]
    [InlineData("{ totalXp: { gt: 10, lt: 30 } }", "r20")]
    [InlineData("{}", "r10|r20|r30")]
    public void Filters_take_the_same_operators_as_objects(string filter, string? names)
    {
        var answer = caller.GraphQl($"{{ repProgressions(filter: {filter}) {{ edges {{ node {{ name }} }} }} }}");
        var found = answer["data"]!["repProgressions"]!["edges"]!.AsArray().Select(edge => edge!["node"]!["name"]!.GetValue<string>()).Order();
        Assert.Equal(names is null ? [] : names.Split('|'), found);
    }

    [Fact]
    public void One_record_is_found_or_not()
    {
        const string Query = "query($x: Float) { repProgression(filter: {totalXp: {eq: $x}}) { name createdBy { source name } } }";
        Assert.Equal("""{"name":"r10","createdBy":{"source":"API","name":"Progress"}}""",
            caller.GraphQl(Query, new { x = 10 })["data"]!["repProgression"]!.ToJsonString());
        Assert.Equal("NOT_FOUND", Code(caller.GraphQl(Query, new { x = 11 })));
    }

    [Theory]
    [InlineData("{ repProgressions { edges { node { foo } } } }", "Cannot query field \"foo\" on type \"RepProgression\".")]
    [InlineData("{ repProgressions { edges { node { createdBy } } } }", "Field \"createdBy\" of type \"ACTOR\" must have a selection of subfields.")]
    [InlineData("{ repProgressions { nodes { id } } }", "Cannot query field \"nodes\" on type \"RepProgressionConnection\".")]
    [InlineData("{ repProgressions(where: {}) { totalCount } }", "Unknown argument \"where\" on field \"repProgressions\".")]
    [InlineData("{ repProgresions { totalCount } }", "Cannot query field \"repProgresions\" on type \"Query\".")]
    [InlineData("query($f: NoteFilterInput) { repProgressions(filter: $f) { totalCount } }", "Variable \"$f\" of type \"NoteFilterInput\" used in position expecting type \"RepProgressionFilterInput\".")]
    [InlineData("{ repProgressions(filter: $f) { totalCount } }", "Variable \"$f\" is not defined.")]
    [InlineData("{ repProgressions { totalCount }", "Syntax Error: Unexpected <EOF>.")]
    [InlineData("{ repProgressions(filter: {foo: {eq: 1}}) { totalCount } }", "Field \"foo\" is not defined by type \"RepProgressionFilterInput\".")]
    public void What_is_not_in_the_schema_is_refused(string query, string message)
    {
        var answer = caller.Post("/graphql", new JsonObject { ["query"] = query }.ToJsonString());
        Assert.Equal(200, answer.Status);
        Assert.StartsWith(message, answer.Json["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_without_GraphQl_does_not_know_the_path()
    {
        caller.Twenty.Options = caller.Twenty.Options with { GraphQl = false };
        Assert.Equal(404, caller.Post("/graphql", """{"query":"{ notes { totalCount } }"}""").Status);
    }

    private static string Code(JsonNode answer) => answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();
}
