using System.Text.Json.Nodes;
using Xunit;

namespace Progress.Tests;

public sealed class RepsTests : IDisposable
{
    private readonly Workplace place = Workplace.WithReps();

    public void Dispose() => place.Dispose();

    [Fact]
    public void An_answered_call_of_three_minutes_that_sets_an_appointment_earns_147_XP_on_its_first_day()
    {
        place.Do("import-calls", place.Notes("notes.csv", $",Call - APPOINTMENT | 3:00 | Uma,2026-09-30T14:00:00Z,{Workplace.Ana}"));

        var ana = Rep("Ana Silva", "--as-of", "2026-09-30");

        // 2 dial + 5 connect + 15 conversation + 100 appointment + 25 first dial of the day; level 2 begins at 100, level 3 at 250.
        Assert.Equal(147, ana["totalXp"]!.GetValue<long>());
        Assert.Equal((2, 47, 103), (ana["level"]!.GetValue<int>(), ana["xpIntoLevel"]!.GetValue<long>(), ana["xpToNextLevel"]!.GetValue<long>()));
        Assert.Equal(("E-1", "E-2"), (ana["rank"]!.GetValue<string>(), ana["nextRank"]!.GetValue<string>()));
        Assert.Equal(["dials", "modules", "xp"], ana["missing"]!.AsArray().Select(g => g!["gate"]!.GetValue<string>()).Order());
        Assert.Equal((1.0, 0.0), (ana["callToApptRate"]!.GetValue<double>(), ana["showRate"]!.GetValue<double>()));
    }

    [Fact]
    public void A_rep_without_calls_has_no_rates_which_people_see_as_a_dash()
    {
        var ben = Rep("Ben Ito", "--as-of", "2026-09-30");

        Assert.Null(ben["sub30sDropRate"]);
        Assert.Contains("–", place.Do("reps", "--rep", "Ben Ito").Out);
    }

    [Fact]
    public void As_of_answers_for_the_day_before()
    {
        place.Do("import-calls", place.Notes("notes.csv", $",Call - APPOINTMENT | 3:00 | Uma,2026-09-30T14:00:00Z,{Workplace.Ana}"));

        Assert.Equal(0, Rep("Ana Silva", "--as-of", "2026-09-29")["totalXp"]!.GetValue<long>());
    }

    [Fact]
    public void Since_tells_what_was_gained()
    {
        place.Do("import-calls", place.Notes(
            "notes.csv",
            $",Call - BUSY | 0:10 | Uma,2026-09-01T14:00:00Z,{Workplace.Ana}",
            $",Call - APPOINTMENT | 3:00 | Uma,2026-09-30T14:00:00Z,{Workplace.Ana}"));

        var ana = Rep("Ana Silva", "--as-of", "2026-09-30", "--since", "2026-09-30");

        Assert.Equal((147 + 27, 147, 1), (ana["totalXp"]!.GetValue<long>(), ana["xpGained"]!.GetValue<long>(), ana["levelsGained"]!.GetValue<int>()));
        Assert.Contains("Gained since 2026-09-30", place.Do("reps", "--since", "2026-09-30").Out);
    }

    [Fact]
    public void Explain_adds_up_to_the_XP()
    {
        place.Do("import-calls", place.Notes("notes.csv", $",Call - APPOINTMENT | 3:00 | Uma,2026-09-30T14:00:00Z,{Workplace.Ana}"));

        var lines = Rep("Ana Silva", "--as-of", "2026-09-30", "--explain")["explanation"]!.AsArray();

        Assert.Equal(147, lines.Where(l => l!["of"]!.GetValue<string>() == "TotalXp").Sum(l => l!["amount"]!.GetValue<long>()));
        Assert.Contains("dial_made", place.Do("reps", "--as-of", "2026-09-30", "--explain").Out);
    }

    [Fact]
    public void A_name_may_have_wildcards_and_a_pattern_that_fits_nobody_is_an_empty_list()
    {
        Assert.Equal(["Ana Silva"], place.Do("reps", "--rep", "a*", "--json").Json.AsArray().Select(r => r!["name"]!.GetValue<string>()));
        Assert.Empty(place.Do("reps", "--rep", "z*", "--json").Json.AsArray());
        Assert.Equal(2, place.Do("reps", "--rep", Workplace.Ana, "--rep", "Ben Ito", "--json").Json.AsArray().Count);
    }

    [Fact]
    public void A_name_that_looks_like_an_option_or_a_file_of_arguments_is_a_name()
    {
        foreach (var name in new[] { "-Ana", "@x" })
            Assert.Contains($"'{name}'", place.Refused(2, "RepNotFound", "reps", "--rep", name).ErrorJson["message"]!.GetValue<string>());
    }

    private JsonNode Rep(string name, params string[] arguments) => place.Do(["reps", "--rep", name, "--json", .. arguments]).Json.AsArray().Single()!;
}
