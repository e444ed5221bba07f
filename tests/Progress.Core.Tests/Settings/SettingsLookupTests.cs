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

    [Fact]
    public void The_users_own_file_is_theirs_also_when_the_current_folder_is_the_stores()
    {
        SettingsFolders.Write(_folders.Store, """{ "connections": [] }""");

        var refused = Assert.Throws<ProgressException>(() => SettingsStore.Load(_folders.Store + Path.DirectorySeparatorChar, _folders.Store));

        Assert.Equal("InvalidSettings", refused.Id);
        Assert.Contains("unknown key \"connections\" at $.connections", refused.Message);
    }
}
