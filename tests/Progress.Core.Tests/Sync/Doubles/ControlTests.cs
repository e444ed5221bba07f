using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

/// <summary>What people and end-to-end tests do to a double that runs.</summary>
public class ControlTests
{
    private static readonly Guid Member = new("00000000-0000-4000-8000-00000000000a");
    private readonly TwentyCaller caller = TwentyCaller.WithProgressions();

    [Fact]
    public void Control_needs_no_key_and_is_not_in_the_journal()
    {
        caller.Key = null;
        Assert.Equal("""{"totalXp":50}""", caller.Post("/_double/other-writer", $$"""{"member":"{{Member}}","xp":50,"badge":"x.gold"}""").Text);
        Assert.Equal(50, caller.Get("/_double/records/repProgressions").Json[0]!["totalXp"]!.GetValue<int>());
        Assert.Equal(200, caller.Post("/_double/notes", $$"""{"title":"Call - VM","member":"{{Member}}"}""").Status);
        Assert.Equal("", caller.Get("/_double/journal").Text);
    }

    [Fact]
    public void Faults_can_be_planned_from_outside()
    {
        Assert.Equal(204, caller.Post("/_double/faults", """{"kind":"DropAfter","times":2,"path":"/rest/notes"}""").Status);
        Assert.Equal(Delivery.Whole, caller.Get("/rest/people").Delivery);
        Assert.Equal(Delivery.Nothing, caller.Get("/rest/notes").Delivery);
        Assert.Equal(Delivery.Nothing, caller.Get("/rest/notes").Delivery);
        Assert.Equal(Delivery.Whole, caller.Get("/rest/notes").Delivery);
        caller.Post("/_double/down", """{"down":true}""");
        Assert.Equal(Delivery.Nothing, caller.Get("/rest/notes").Delivery);
    }

    [Theory]
    [InlineData("/_double/nothing", "{}", 404)]
    [InlineData("/_double/faults", """{"kind":"Earthquake"}""", 400)]
    [InlineData("/_double/other-writer", "{}", 400)]
    [InlineData("/_double/other-writer", "not JSON", 400)]
    public void A_mistake_is_said_in_words(string path, string json, int status)
    {
        var answer = caller.Post(path, json);
        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Text);
    }
}
