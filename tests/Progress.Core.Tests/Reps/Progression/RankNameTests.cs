using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Progression;

public sealed class RankNameTests
{
    [Theory]
    [InlineData("sdr_1", "E-1")]
    [InlineData("sdr_2", "E-2")]
    [InlineData("SDR_3", "E-3")]
    [InlineData("operative", "E-4")]
    [InlineData("senior_operative", "E-5")]
    [InlineData("senior", "E-5")]
    [InlineData("team_lead", "E-6")]
    [InlineData("manager", "E-7")]
    [InlineData("E-1", "E-1")]
    [InlineData("e-7", "E-7")]
    [InlineData("E-8", null)]
    [InlineData("", null)]
    public void Older_ids_and_grades_are_read_and_grades_are_written(string text, string? grade) =>
        Assert.Equal(grade, Ranks.Find(RuleFiles.Default, text)?.Grade);

    [Fact]
    public void Ranks_stand_in_the_order_of_the_seed() =>
        Assert.Equal(
            [("E-1", "SDR I", 0L), ("E-2", "SDR II", 500L), ("E-3", "SDR III", 1500L), ("E-4", "Operative", 3000L), ("E-5", "Senior", 8000L), ("E-6", "Team Lead", 15000L), ("E-7", "Manager", 30000L)],
            RuleFiles.Default.Ranks.Select(r => (r.Grade, r.Name, r.Xp)));
}
