using Xunit;

namespace Progress.Tests.Doubles;

public class MutationTests
{
    private const string Id = "5d1c0000-0000-5000-8000-000000000001";
    private readonly TwentyCaller caller = TwentyCaller.WithProgressions();

    [Fact]
    public void One_is_created_updated_deleted_restored_and_destroyed()
    {
        const string Create = "mutation($d: RepProgressionCreateInput!) { r: createRepProgression(data: $d) { id rev } }";
        Assert.Equal(1, caller.GraphQl(Create, new { d = new { id = Id, rev = 1 } })["data"]!["r"]!["rev"]!.GetValue<int>());
        Assert.Equal(2, One("updateRepProgression", ", data: { rev: 2 }")["rev"]!.GetValue<int>());
        Assert.NotNull(One("deleteRepProgression")["deletedAt"]);
        Assert.Null(One("restoreRepProgression")["deletedAt"]);
        One("deleteRepProgression");
        One("destroyRepProgression");
        Assert.Empty(caller.Twenty.Records("repProgressions"));
    }

    [Fact]
    public void Many_are_created_and_updated_by_a_filter()
    {
        const string Create = "mutation($d: [RepProgressionCreateInput!]!) { createRepProgressions(data: $d, upsert: true) { id } }";
        const string Update = "mutation($f: RepProgressionFilterInput!, $d: RepProgressionUpdateInput!) { updateRepProgressions(filter: $f, data: $d) { rev } }";
        var created = caller.GraphQl(Create, new { d = new[] { new { rev = 1 }, new { rev = 1 }, new { rev = 2 } } });
        Assert.Equal(3, created["data"]!["createRepProgressions"]!.AsArray().Count);
        var updated = caller.GraphQl(Update, new { f = new { rev = new { eq = 1 } }, d = new { rev = 5 } });
        Assert.Equal("""[{"rev":5},{"rev":5}]""", updated["data"]!["updateRepProgressions"]!.ToJsonString());
        Assert.Equal("[]", caller.GraphQl(Update, new { f = new { rev = new { eq = 1 } }, d = new { rev = 6 } })["data"]!["updateRepProgressions"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"and\":[]}")]
    [InlineData("{\"and\":[{}]}")]
    [InlineData("{\"rev\":{}}")]
    public void A_filter_that_asks_nothing_is_empty(string filter)
    {
        caller.Post("/rest/repProgressions", """{"rev":1}""");
        var body = $$$"""{"query":"mutation($f: RepProgressionFilterInput!) { updateRepProgressions(filter: $f, data: {rev: 9}) { id } }","variables":{"f":{{{filter}}} }}""";
        Assert.Equal("A non-empty filter is required for a bulk mutation", Message(body));
        caller.Twenty.Options = caller.Twenty.Options with { EmptyFilterUpdatesAll = true };
        Assert.Single(caller.Post("/graphql", body).Json["data"]!["updateRepProgressions"]!.AsArray());
    }

    [Theory]
    [InlineData("rev: \"1\"", "Invalid number value '1' for field \"rev\"")]
    [InlineData("foo: 1", "Field \"foo\" is not defined by type \"RepProgressionUpdateInput\".")]
    public void Data_is_checked(string data, string message)
    {
        var query = $"mutation {{ createRepProgression(data: {{ {data} }}) {{ id }} }}";
        var answer = caller.GraphQl(query);
        Assert.Equal(message, answer["errors"]![0]!["message"]!.GetValue<string>());
        Assert.Equal("BAD_USER_INPUT", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal("createRepProgression", answer["errors"]![0]!["path"]![0]!.GetValue<string>());
    }

    [Fact]
    public void A_required_variable_must_be_given()
    {
        var answer = caller.GraphQl("mutation($d: RepProgressionCreateInput!) { createRepProgression(data: $d) { id } }");
        Assert.Equal("Variable \"$d\" of required type \"RepProgressionCreateInput!\" was not provided.", answer["errors"]![0]!["message"]!.GetValue<string>());
    }

    [Fact]
    public void More_than_twenty_root_fields_are_too_many()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 21).Select(i => $"f{i}: notes {{ totalCount }}"));
        Assert.StartsWith("Query too complex", caller.GraphQl($"{{ {fields} }}")["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Introspection_tells_whether_many_can_be_updated()
    {
        const string Query = "{ __type(name: \"Mutation\") { fields { name args { name type { name } } } } }";
        var field = caller.GraphQl(Query)["data"]!["__type"]!["fields"]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == "updateRepProgressions")!;
        Assert.Equal("RepProgressionFilterInput", field["args"]![0]!["type"]!["name"]!.GetValue<string>());
        var schema = caller.GraphQl("{ __schema { mutationType { name } } input: __type(name: \"RepProgressionUpdateInput\") { inputFields { name } } }")["data"]!;
        Assert.Equal("Mutation", schema["__schema"]!["mutationType"]!["name"]!.GetValue<string>());
        Assert.Contains(schema["input"]!["inputFields"]!.AsArray(), one => one!["name"]!.GetValue<string>() == "rev");
    }

    private System.Text.Json.Nodes.JsonNode One(string mutation, string more = "") =>
        caller.GraphQl($"mutation {{ r: {mutation}(id: \"{Id}\"{more}) {{ rev deletedAt }} }}")["data"]!["r"]!;

    private string Message(string body) => caller.Post("/graphql", body).Json["errors"]![0]!["message"]!.GetValue<string>();
}
