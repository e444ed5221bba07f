using Progress.Settings;
using Xunit;

namespace Progress.Tests;

public sealed class SettingsLookupTests : IDisposable
{
    private readonly SettingsFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Fact]
    public void Without_a_file_the_defaults_hold()
    {
        var file = _folders.Load();

        Assert.Null(file.Path);
        Assert.Equal(("UTC", false, "docs", null), (file.Settings.TimeZone, file.Settings.RequireReason, file.Settings.Documentation.Folder, file.Settings.Plan.Repository));
        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(17, 0)), (file.Settings.WorkingHours.Start, file.Settings.WorkingHours.End));
        Assert.Equal([Weekday.Mon, Weekday.Tue, Weekday.Wed, Weekday.Thu, Weekday.Fri], file.Settings.WorkingHours.Days);
    }

    [Fact]
    public void The_file_beside_the_store_is_found_last()
    {
        var own = SettingsFolders.Write(_folders.Store, """{ "timeZone": "Europe/Berlin" }""");

        Assert.Equal((own, "Europe/Berlin"), (_folders.Load().Path, _folders.Load().Settings.TimeZone));
    }

    [Fact]
    public void The_nearest_file_holds_whole()
    {
        SettingsFolders.Write(_folders.Store, """{ "timeZone": "Europe/Berlin", "requireReason": true }""");
        SettingsFolders.Write(_folders.Clone, """{ "timeZone": "America/New_York", "requireReason": true }""");
        var nearest = SettingsFolders.Write(_folders.Deep, """{ "timeZone": "Asia/Tokyo" }""");

        var file = _folders.Load();

        Assert.Equal((nearest, "Asia/Tokyo", false), (file.Path, file.Settings.TimeZone, file.Settings.RequireReason));
    }

    [Fact]
    public void A_folder_above_goes_before_the_store()
    {
        SettingsFolders.Write(_folders.Store, "{}");
        var above = SettingsFolders.Write(_folders.Clone, "{}");

        Assert.Equal(above, _folders.Load().Path);
    }

    [Fact]
    public void A_folder_of_that_name_is_an_error_and_not_passed_over()
    {
        Directory.CreateDirectory(SettingsFolders.In(_folders.Clone));

        Assert.Equal("NotAFile", Assert.Throws<ProgressException>(_folders.Load).Id);
    }

    [Fact]
    public void Connections_in_a_cloned_folder_are_refused_whatever_else_is_wrong()
    {
        var path = SettingsFolders.Write(_folders.Clone, "{\n  \"timezone\": 1,\n  \"connections\": [{ \"name\": \"twenty\" }]\n}");

        var refused = Assert.Throws<ProgressException>(_folders.Load);

        Assert.Equal(("ConnectionsNotAllowedHere", ErrorKind.Usage), (refused.Id, refused.Kind));
        Assert.StartsWith($"{path}:3: ", refused.Message);
        Assert.Contains("Connections live only in the user's settings beside the store: a file in a cloned folder may not define or change one", refused.Message);
        Assert.Contains(SettingsFolders.In(_folders.Store), refused.Message);
    }

    [Fact]
    public void Connections_cannot_hide_behind_broken_JSON()
    {
        SettingsFolders.Write(_folders.Clone, "{ \"connections\": [");

        Assert.Equal("InvalidSettings", Assert.Throws<ProgressException>(_folders.Load).Id);
    }

    [Theory]
    [InlineData("connections", "[]")]
    [InlineData("sync", "{ \"allowHttp\": true }")]
    [InlineData("twenty", "{}")]
    [InlineData("redhawk", "{}")]
    [InlineData("airtable", "{ \"createCustomers\": true }")]
    public void What_is_the_users_own_is_refused_in_every_other_file(string key, string value)
    {
        var path = SettingsFolders.Write(_folders.Clone, $"{{\n  \"{key}\": {value}\n}}");

        var refused = Assert.Throws<ProgressException>(_folders.Load);

        Assert.Equal("ConnectionsNotAllowedHere", refused.Id);
        Assert.StartsWith($"{path}:2: key \"{key}\" at $.{key} is not allowed here.", refused.Message);
    }

    [Fact]
    public void The_users_own_file_is_theirs_also_when_the_current_folder_is_the_stores()
    {
        SettingsFolders.Write(_folders.Store, """{ "sync": { "paused": true } }""");

        Assert.True(SettingsStore.Load(_folders.Store + Path.DirectorySeparatorChar, _folders.Store).Settings.Sync.Paused);
    }

    [Fact]
    public void What_is_the_users_own_holds_beside_the_nearest_file()
    {
        var own = SettingsFolders.Write(_folders.Store, Own);
        var nearest = SettingsFolders.Write(_folders.Clone, """{ "requireReason": true }""");

        var file = _folders.Load();

        Assert.Equal((nearest, true, "UTC"), (file.Path, file.Settings.RequireReason, file.Settings.TimeZone));
        Assert.Equal(("twenty", 0.5, "ownerId", false), (
            file.Settings.Connections.Single().Name, file.Settings.Sync.Pace, file.Settings.Twenty.PersonOwnerField, file.Settings.RedHawk.PaysXp));
        var listed = SettingsStore.List(file).ToDictionary(setting => setting.Name, setting => setting.Source);
        Assert.Equal((nearest, "default", own, own, "default"), (
            listed["requireReason"], listed["timeZone"], listed["connections"], listed["redhawk.paysXp"], listed["sync.paused"]));
    }

    [Fact]
    public void Sync_reads_the_users_own_file_and_no_other()
    {
        SettingsFolders.Write(_folders.Store, Own);

        var user = UserSettings.Load(_folders.Store);

        Assert.Equal(("https://crm.example", CrmProvider.Twenty, "TWENTY_API_KEY", null, null), (
            user.Connections.Single().Uri, user.Connections.Single().Provider, user.Connections.Single().ApiKeyVariable,
            user.Connections.Single().PerMinute, user.Connections.Single().Pace));
        Assert.Equal((0.5, false, "ownerId", false, false), (user.Sync.Pace, user.Sync.Paused, user.Twenty.PersonOwnerField, user.RedHawk.PaysXp, user.RedHawk.TrustScores));
        Assert.Equal(("Clients", AirtablePlan.Free, false), (user.Airtable.Tables.CustomerAsset!.Title, user.Airtable.Plan, user.Airtable.CreateCustomers));
    }

    [Fact]
    public void Without_the_users_own_file_there_are_no_connections_and_the_defaults_hold()
    {
        var user = UserSettings.Load(_folders.Store);

        Assert.Empty(user.Connections);
        Assert.Equal((false, 0.8, false, null, true, false), (
            user.Sync.Paused, user.Sync.Pace, user.Sync.AllowHttp, user.Twenty.PersonOwnerField, user.RedHawk.PaysXp, user.RedHawk.TrustScores));
        Assert.Equal(new AirtableSettings(), user.Airtable);
        Assert.Equal((null, null, false, AirtablePlan.Team), (user.Airtable.Tables.TaskProgress, user.Airtable.Tables.CustomerAsset, user.Airtable.CreateCustomers, user.Airtable.Plan));
    }

    private const string Own = """
        {
          "timeZone": "Europe/Berlin",
          "connections": [{ "name": "twenty", "provider": "twenty", "uri": "https://crm.example", "apiKeyVariable": "TWENTY_API_KEY" }],
          "sync": { "pace": 0.5 }, "twenty": { "personOwnerField": "ownerId" }, "redhawk": { "paysXp": false },
          "airtable": { "tables": { "customerAsset": { "title": "Clients" } }, "plan": "free" }
        }
        """;
}
