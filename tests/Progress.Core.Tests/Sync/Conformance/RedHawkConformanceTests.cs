using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class RedHawkConformanceTests : ProviderConformance
{
    public static new TheoryData<string> Switches => ["", "/api/redhawk"];

    private protected override RemotePlace Place(string position) => new RedHawkPlace(position);

    [Theory]
    [MemberData(nameof(Switches))]
    public void What_happened_in_the_academy_is_read_as_facts(string position)
    {
        using var place = new RedHawkPlace(position);
        place.Academy.PassModule("1", "module_0");
        var battle = place.Academy.Battle("1", 2, "win");
        place.Academy.Certify("1", "operative", badge: "operative_gold");

        var facts = place.Provider.Read(EntityNames.Training, ["1"], default).Single().Fields;

        Assert.Equal("module_0", facts["modules"]![0]!["id"]!.GetValue<string>());
        Assert.Equal((battle, "win"), (facts["battles"]![0]!["id"]!.GetValue<string>(), facts["battles"]![0]!["outcome"]!.GetValue<string>()));
        Assert.Equal("operative", facts["certifications"]![0]!["id"]!.GetValue<string>());
        Assert.Equal("operative_gold", facts["badges"]![0]!.GetValue<string>());
    }

    [Fact]
    public void A_rep_takes_three_calls()
    {
        using var place = new RedHawkPlace("");
        place.Provider.Check(default);
        place.Journal.Clear();

        place.Provider.Read(EntityNames.Training, ["1", "2"], default);

        Assert.Equal(6, place.Journal.Entries.Count);
    }
}
