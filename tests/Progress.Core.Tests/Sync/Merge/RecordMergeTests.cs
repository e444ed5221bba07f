using System.Text.Json.Nodes;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Spec, chapter 50, "Pieces": the merge as a truth table, policy by policy.</summary>
public sealed class RecordMergeTests
{
    private const string Field = "field";
    private const string Stamp = "Ana, 2026-09-30:";

    /// <summary>"-" is a record that was never agreed on.</summary>
    [Theory]
    [InlineData("a", "a", "a", "a", "")]
    [InlineData("a", "b", "a", "b", "sent")]
    [InlineData("a", "a", "b", "b", "")]
    [InlineData("a", "b", "b", "b", "")]
    [InlineData("a", "b", "c", "c", "conflict")]
    [InlineData("a", null, "a", null, "sent")]
    [InlineData("a", "a", null, null, "")]
    [InlineData("a", "b", null, null, "conflict")]
    [InlineData("a", null, "c", "c", "conflict")]
    [InlineData("a", "", null, null, "")]
    [InlineData("a", null, "", "", "")]
    [InlineData(null, "b", null, "b", "sent")]
    [InlineData(null, "b", "", "b", "sent")]
    [InlineData(null, null, "c", "c", "")]
    [InlineData(null, "b", "c", "c", "conflict")]
    [InlineData("-", "b", null, "b", "sent")]
    [InlineData("-", "b", "b", "b", "")]
    [InlineData("-", null, "c", "c", "")]
    [InlineData("-", "b", "c", "c", "conflict")]
    [InlineData("-", null, null, null, "")]
    public void RemoteWins_takes_the_remotes_where_both_changed_and_lists_ours(string? shadow, string? local, string? remote, string? result, string what)
    {
        var merge = Merge(FieldPolicy.RemoteWins, shadow, local, remote);

        Assert.Equal(result, (string?)merge.Result[Field]);
        Assert.Equal((what == "sent", what == "sent"), (merge.ToSend.ContainsKey(Field), merge.Adds));
        if (what == "sent") Assert.Equal(local, (string?)merge.ToSend[Field]);
        if (what != "conflict") Assert.Empty(merge.Conflicts);
        else Assert.Equal((Field, local, remote), Assert.Single(merge.Conflicts) is var c ? (c.Field, (string?)c.Ours, (string?)c.Theirs) : default);
    }

    [Theory]
    [InlineData("a", "a", "a", "a", false)]
    [InlineData("a", "b", "a", "b", true)]
    [InlineData("a", "a", "b", "b", false)]
    [InlineData("a", "b", "b", "b", false)]
    [InlineData("a", null, "a", null, true)]
    [InlineData("a", "a", null, null, false)]
    [InlineData("a", null, "c", "c", false)]
    [InlineData("a", "b", "c", $"c\n\n{Stamp}\nb", true)]
    [InlineData("-", "b", "c", $"c\n\n{Stamp}\nb", true)]
    [InlineData("-", null, "c", "c", false)]
    [InlineData("-", "b", null, "b", true)]
    [InlineData("a", "ok", "look there", $"look there\n\n{Stamp}\nok", true)]
    [InlineData("a", "b", $"c\n\n{Stamp}\nb", $"c\n\n{Stamp}\nb", false)]
    [InlineData("a", "b", $"c\n\n{Stamp}\nb\n\nd", $"c\n\n{Stamp}\nb\n\nd", false)]
    public void RemoteThenOurs_puts_ours_after_the_remotes_with_date_and_author_once(string? shadow, string? local, string? remote, string? result, bool isSent)
    {
        var merge = Merge(FieldPolicy.RemoteThenOurs, shadow, local, remote);

        Assert.Equal(result, (string?)merge.Result[Field]);
        Assert.Equal((isSent, isSent), (merge.ToSend.ContainsKey(Field), merge.Adds));
        Assert.Empty(merge.Conflicts);
    }

    [Theory]
    [InlineData("""["a"]""", """["b"]""", "a b", true)]
    [InlineData("""["a","b"]""", """["b"]""", "a b", true)]
    [InlineData("""["a"]""", """["a","b"]""", "a b", false)]
    [InlineData("[]", """["a"]""", "a", false)]
    [InlineData("[]", "null", "", false)]
    [InlineData("""["a"]""", "null", "a", true)]
    [InlineData("""["a"]""", "\"\"", "a", true)]
    [InlineData("""["a"]""", "\"[\\\"a\\\"]\"", "a", false)]
    [InlineData("""["a"]""", "\"a, b\"", "a b", false)]
    [InlineData("""["a","c"]""", "\"[\\\"a\\\", \\\"b\"", "a b c", true)]
    [InlineData("""["a"]""", """[{"id":"a","tier":"gold"}]""", "a", false)]
    public void Union_holds_both_and_is_sent_only_where_we_add(string local, string remote, string result, bool isSent)
    {
        foreach (var shadow in new[] { "-", """["a","b","gone"]""" })
        {
            var merge = RecordMerge.Of([new(Field, FieldPolicy.Union, SetFormat.Ids)], Record(shadow), Record(local)!, Record(remote)!);

            Assert.Equal(result.Split(' ', StringSplitOptions.RemoveEmptyEntries), SetText.Read(merge.Result[Field]).Order());
            Assert.Equal((isSent, isSent), (merge.ToSend.ContainsKey(Field), merge.Adds));
            if (isSent) Assert.IsType<JsonArray>(merge.ToSend[Field]);
            Assert.Empty(merge.Conflicts);
        }
    }

    [Theory]
    [InlineData("3", "3", false)]
    [InlineData("3", "7", true)]
    [InlineData("3", "null", true)]
    [InlineData("\"E-2\"", "\"sdr_2\"", true)]
    [InlineData("""{"a":{"value":0.5}}""", "\"{\\\"a\\\":{\\\"value\\\":0.5}}\"", false)]
    public void Derived_is_ours_whatever_another_wrote_and_is_nothing_new_to_tell(string local, string remote, bool isSent)
    {
        foreach (var shadow in new[] { "-", local, remote, "99" })
        {
            var merge = RecordMerge.Of([new(Field, FieldPolicy.Derived)], Record(shadow), Record(local)!, Record(remote)!);

            Assert.True(RecordMerge.Same(Record(local)![Field], merge.Result[Field]));
            Assert.Equal((isSent, false), (merge.ToSend.ContainsKey(Field), merge.Adds));
            Assert.Empty(merge.Conflicts);
        }
    }

    [Fact]
    public void A_field_that_ours_lacks_is_left_as_it_is()
    {
        var remote = JsonNode.Parse("""{"field":"theirs","id":"x","other":1,"totalXp":5}""")!.AsObject();
        foreach (var rule in new[] { new FieldRule(Field, FieldPolicy.RemoteWins), new(Field, FieldPolicy.Derived), new(Field, FieldPolicy.Union, SetFormat.Ids) })
        {
            var merge = RecordMerge.Of([rule, new("totalXp", FieldPolicy.AdditiveByOrigin, Additive: SyncStateFormat.Xp)], null, [], remote);

            Assert.True(JsonNode.DeepEquals(remote, merge.Result));
            Assert.Empty(merge.ToSend);
            Assert.False(merge.Adds);
        }
    }

    private static MergeResult Merge(FieldPolicy policy, string? shadow, string? local, string? remote) => RecordMerge.Of(
        [new(Field, policy)], shadow == "-" ? null : new JsonObject { [Field] = shadow }, new JsonObject { [Field] = local }, new JsonObject { [Field] = remote }, Stamp);

    private static JsonObject? Record(string json) => json == "-" ? null : new JsonObject { [Field] = JsonNode.Parse(json) };
}
