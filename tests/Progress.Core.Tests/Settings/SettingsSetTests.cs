using Progress.Settings;
using Xunit;

namespace Progress.Tests;

public sealed class SettingsSetTests : IDisposable
{
    private readonly SettingsFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    public static TheoryData<string, string, object> Values => new()
    {
        { "timeZone", "Europe/Berlin", "Europe/Berlin" },
        { "requireReason", "True", true },
        { "workingHours.start", "08:30", "08:30" },
        { "workingHours.end", "18:00", "18:00" },
        { "workingHours.days", "mon, sat", new[] { "mon", "sat" } },
        { "workingHours.days", """["mon","sat"]""", new[] { "mon", "sat" } },
        { "holidays", "2026-12-25,2027-01-01", new[] { "2026-12-25", "2027-01-01" } },
        { "plan.repository", """..\plan "ä" """, """..\plan "ä" """ },
        { "documentation.folder", "handbook", "handbook" },
        { "linkPatterns", """[{"pattern":"#(\\d+)","url":"https://x.example/$1"}]""", new[] { new LinkPattern { Pattern = @"#(\d+)", Url = "https://x.example/$1" } } },
        { "cadence.days.gapAssessment", "tue", "tue" },
        { "cadence.days.phaseReport", "thu", "thu" },
        { "cadence.days.architectureReview", "wed", "wed" },
        { "escalation.channels", """[{"name":"critical","kind":"file","target":"out.log"}]""", new[] { new EscalationChannel { Name = "critical", Kind = ChannelKind.File, Target = "out.log" } } },
        { "customers.milestones", """{"Series A":"Revenue_Growth"}""", new Dictionary<string, string> { ["Series A"] = "Revenue_Growth" } },
        { "customers.weights.priority", "2.5", 2.5 },
        { "customers.weights.gap", "0", 0.0 },
        { "customers.weights.milestone", "10", 10.0 },
        { "customers.weights.tool", "1000", 1000.0 },
        { "connections", """[{"name":"academy","provider":"redHawk","uri":"https://x.example","perMinute":30}]""", new[] { new ConnectionSettings { Name = "academy", Provider = CrmProvider.RedHawk, Uri = "https://x.example", PerMinute = 30 } } },
        { "sync.paused", "true", true },
        { "sync.pace", "0.95", 0.95 },
        { "sync.allowHttp", "true", true },
        { "twenty.personOwnerField", "ownerId", "ownerId" },
        { "twenty.deals", """{"object":"opportunities","owner":"ownerId","at":"closeDate","when":{"stage":["WON"]}}""", Outcome("opportunities") },
        { "twenty.appointments", """{"object":"meetings","owner":"ownerId","at":"closeDate","when":{"stage":["WON"]}}""", Outcome("meetings") },
        { "redhawk.paysXp", "false", false },
        { "redhawk.trustScores", "TRUE", true },
        { "airtable.tables.taskProgress", """{"fields":{"Task Name":"Task"}}""", new AirtableTableSettings { Fields = new Dictionary<string, string> { ["Task Name"] = "Task" } } },
        { "airtable.tables.customerAsset", """{"title":"Clients"}""", new AirtableTableSettings { Title = "Clients" } },
        { "airtable.createCustomers", "true", true },
        { "airtable.plan", "free", "free" },
    };

    private static OutcomeSettings Outcome(string name) =>
        new() { Object = name, Owner = "ownerId", At = "closeDate", When = new Dictionary<string, IReadOnlyList<string>> { ["stage"] = ["WON"] } };

    [Theory]
    [MemberData(nameof(Values))]
    public void What_is_set_is_what_a_later_load_reads_until_it_is_set_back(string name, string value, object expected)
    {
        var changed = Set(name, value);

        Assert.Equal(_folders.Load().Path, changed.Path);
        Assert.Equivalent(expected, Listed(name).Value, strict: true);
        Assert.Equal(SettingsFolders.In(_folders.Store), Listed(name).Source);

        Set(name, null);

        Assert.Equivalent(Listed(name).Default, Listed(name).Value, strict: true);
        Assert.Equal("default", Listed(name).Source);
    }

    [Fact]
    public void Every_setting_is_set_by_one_of_these_tests() =>
        Assert.Equal(
            SettingsStore.List(_folders.Load()).Select(setting => setting.Name),
            Values.Select(row => row.Data.Item1).Distinct());

    [Fact]
    public void Without_a_file_one_is_made_beside_the_store()
    {
        Set("workingHours.start", "08:00");

        Assert.Equal("{\n  \"workingHours\": { \"start\": \"08:00\" }\n}\n", File.ReadAllText(SettingsFolders.In(_folders.Store)));
        Assert.Equal([SettingsFolders.In(_folders.Store)], Directory.GetFileSystemEntries(_folders.Store));
    }

    [Fact]
    public void The_nearest_file_is_changed_and_keeps_all_else()
    {
        var path = SettingsFolders.Write(_folders.Clone, "{\n  // ours\n  \"timeZone\": \"UTC\", // for now\n  \"holidays\": []\n}\n");

        Set("timeZone", "Asia/Tokyo");

        Assert.Equal("{\n  // ours\n  \"timeZone\": \"Asia/Tokyo\", // for now\n  \"holidays\": []\n}\n", File.ReadAllText(path));
        Assert.False(Directory.Exists(_folders.Store));
    }

    [Fact]
    public void What_is_the_users_own_is_set_in_their_file_whichever_is_nearest()
    {
        var nearest = SettingsFolders.Write(_folders.Clone, """{ "requireReason": true }""");

        var changed = Set("sync.paused", "true");

        Assert.Equal((nearest, true, true), (changed.Path, changed.Settings.RequireReason, changed.Settings.Sync.Paused));
        Assert.Equal("""{ "requireReason": true }""", File.ReadAllText(nearest));
        Assert.Equal("{\n  \"sync\": { \"paused\": true }\n}\n", File.ReadAllText(SettingsFolders.In(_folders.Store)));
        Assert.Equal(SettingsFolders.In(_folders.Store), SettingsStore.List(changed, "sync.paused").Single().Source);
        Assert.True(Set("timeZone", "Asia/Tokyo").Settings.Sync.Paused);
        Assert.False(Set("sync.paused", null).Settings.Sync.Paused);
        Assert.Equal("Asia/Tokyo", _folders.Load().Settings.TimeZone);
    }

    [Fact]
    public void A_default_set_back_where_no_file_is_makes_none()
    {
        Assert.Null(Set("timeZone", null).Path);
        Assert.False(Directory.Exists(_folders.Store));
    }

    [Fact]
    public void A_change_that_another_made_since_the_load_is_kept()
    {
        var loaded = _folders.Load();
        SettingsFolders.Write(_folders.Store, """{ "requireReason": true }""");

        var changed = SettingsStore.Set(loaded, _folders.Store, "timeZone", "Asia/Tokyo");

        Assert.Equal((true, "Asia/Tokyo"), (changed.Settings.RequireReason, changed.Settings.TimeZone));
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_allowed_ones()
    {
        var refused = Assert.Throws<ProgressException>(() => Set("workinghours.start", "08:00"));

        Assert.Equal(("UnknownSetting", ErrorKind.Usage), (refused.Id, refused.Kind));
        Assert.Contains("There is no setting \"workinghours.start\". Allowed: timeZone, requireReason, workingHours.start,", refused.Message);
        Assert.EndsWith("Did you mean \"workingHours.start\"?", refused.Message);
    }

    [Theory]
    [InlineData("timeZone", "Mars/Olympus", "\"Mars/Olympus\" is not a time zone.")]
    [InlineData("requireReason", "yes", "\"yes\" at $.requireReason is not allowed.")]
    [InlineData("workingHours.start", "18:00", "start 18:00 is not before end 17:00.")]
    [InlineData("workingHours.days", "mon,funday", "\"funday\" at $.workingHours.days[1] is not allowed.")]
    [InlineData("workingHours.days", "", "no day is worked.")]
    [InlineData("holidays", "[\"2026-12-25\"", "at $.holidays is not allowed. Allowed: a list, each: a date (yyyy-MM-dd).")]
    [InlineData("holidays", "1], \"requireReason\": true, \"x\": [1", "is not allowed. Allowed: a date (yyyy-MM-dd).")]
    [InlineData("sync.pace", "2", "2 is no part.")]
    [InlineData("sync.pace", "0,8", "at $.sync.pace is not allowed. Allowed: a number.")]
    [InlineData("connections", "twenty", "\"twenty\" at $.connections is not allowed.")]
    [InlineData("linkPatterns", "#1", "\"#1\" at $.linkPatterns is not allowed.")]
    public void A_bad_value_is_refused_and_the_file_stays_as_it_was(string name, string value, string part)
    {
        var path = SettingsFolders.Write(_folders.Clone, "{ }");

        var refused = Assert.Throws<ProgressException>(() => Set(name, value));

        Assert.Equal(("InvalidSettings", ErrorKind.Usage, (object)name), (refused.Id, refused.Kind, refused.Target));
        Assert.StartsWith($"{name} cannot be \"{value}\": ", refused.Message);
        Assert.Contains(part, refused.Message);
        Assert.Contains($"Allowed for {name}: {Listed(name).Allowed}.", refused.Message);
        Assert.Equal("{ }", File.ReadAllText(path));
    }

    [Fact]
    public void A_default_that_does_not_fit_the_rest_is_refused()
    {
        SettingsFolders.Write(_folders.Clone, """{ "workingHours": { "start": "18:00", "end": "23:00" } }""");

        Assert.StartsWith(
            "workingHours.end cannot be set back to its default: ",
            Assert.Throws<ProgressException>(() => Set("workingHours.end", null)).Message);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_an_error()
    {
        var file = Path.Combine(_folders.Clone, "file");
        File.WriteAllText(file, "");

        var refused = Assert.Throws<ProgressException>(() => SettingsStore.Set(_folders.Load(), Path.Combine(file, "store"), "timeZone", "Asia/Tokyo"));

        Assert.Equal(("OutputFailed", ErrorKind.File), (refused.Id, refused.Kind));
        Assert.Contains(SettingsFolders.In(Path.Combine(file, "store")), refused.Message);
    }

    private SettingsFile Set(string name, string? value) => SettingsStore.Set(_folders.Load(), _folders.Store, name, value);

    private SettingValue Listed(string name) => SettingsStore.List(_folders.Load()).Single(setting => setting.Name == name);
}
