using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class PositionTests
{
    [Fact]
    public void Every_value_of_every_doubtful_switch_has_a_position_of_its_own()
    {
        var doubtful = typeof(AirtableSwitches).GetProperties().Where(one => one.PropertyType.IsEnum || one.PropertyType == typeof(bool)).ToList();
        var positions = AirtablePositions.All();
        Assert.True(doubtful.Count >= 30);
        Assert.Equal(doubtful.Sum(one => one.PropertyType.IsEnum ? Enum.GetValues(one.PropertyType).Length - 1 : 1) + 2, positions.Count);
        Assert.Equal(positions.Count, positions.Values.Distinct().Count());
        Assert.Equal(new AirtableSwitches(), positions["standard"]);
        Assert.All(doubtful, one => Assert.NotEqual(one.GetValue(positions["standard"]), one.GetValue(positions["all opposite"])));
    }

    [Fact]
    public void Positions_start_from_what_is_given()
    {
        var positions = AirtablePositions.All(new AirtableSwitches { PerSecond = 0, UpsertTrims = true });
        Assert.All(positions.Values, position => Assert.Equal(0, position.PerSecond));
        Assert.False(positions["UpsertTrims False"].UpsertTrims);
    }
}
