using Xunit;

namespace Progress.Tests;

public sealed class DoctorTests : IDisposable
{
    private readonly Workplace place = Workplace.WithReps();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_sound_setup_passes_with_the_next_steps_in_this_front_doors_words()
    {
        using var empty = new Workplace();
        var test = empty.Do("doctor", "--json").Json;

        Assert.True(test["passed"]!.GetValue<bool>());
        Assert.Contains("progressctl import-calls", empty.Do("doctor").Out);
        Assert.DoesNotContain("Import-CallNote", empty.Do("doctor").Out);
    }

    [Fact]
    public void Settings_that_cannot_be_used_are_a_finding_of_the_doctor_and_wrong_usage_of_all_else()
    {
        place.Write("progress.settings.json", """{ "timezone": "UTC" }""");

        var doctor = place.Run("doctor", "--json");

        Assert.Equal(2, doctor.ExitCode);
        Assert.Contains("timezone", doctor.Json["findings"]![0]!["detail"]!.GetValue<string>());
        Assert.Contains("progress.settings.json:1", place.Refused(3, "InvalidSettings", "reps").ErrorJson["message"]!.GetValue<string>());
    }

    [Fact]
    public void The_settings_time_zone_is_that_of_reps_who_have_none()
    {
        place.Write("progress.settings.json", """{ "timeZone": "Asia/Kolkata" }""");
        place.Do("import-calls", place.Notes("notes.csv", ",Call - BUSY | 0:10 | Uma,2026-09-30T20:00:00Z,33333333-3333-4333-8333-333333333333"));

        var rep = place.Do("reps", "--rep", "33333333-3333-4333-8333-333333333333", "--as-of", "2026-10-01", "--json").Json[0]!;

        Assert.Equal(("Asia/Kolkata", "2026-10-01"), (rep["timeZone"]!.GetValue<string>(), rep["lastActivity"]!.GetValue<string>()));
    }
}
