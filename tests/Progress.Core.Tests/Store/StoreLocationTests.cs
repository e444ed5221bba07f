using Progress.Store;
using Xunit;

namespace Progress.Tests.Store;

public sealed class StoreLocationTests
{
    [Fact]
    public void The_variable_names_the_store() =>
        Assert.Equal(Path.GetFullPath("/data/team.db"), Default(("PROGRESS_STORE", "/data/team.db"), ("XDG_DATA_HOME", "/xdg")).Path);

    [Fact]
    public void A_relative_path_in_the_variable_is_meant_from_the_current_folder() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "team.db"), Default(("PROGRESS_STORE", "team.db")).Path);

    [Fact]
    public void Without_it_the_store_is_in_the_users_data_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "Other data folders.");
        Assert.Equal("/xdg/Progress/progress.db", Default(("PROGRESS_STORE", ""), ("XDG_DATA_HOME", "/xdg")).Path);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative/data")]
    public void Without_a_usable_data_folder_it_is_the_home_folders(string? xdg)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "Other data folders.");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.Equal(Path.Combine(home, ".local", "share", "Progress", "progress.db"), Default(("XDG_DATA_HOME", xdg)).Path);
    }

    [Fact]
    public void The_folder_is_the_files() => Assert.Equal("/data", new StoreLocation("/data/team.db").Folder);

    private static StoreLocation Default(params (string Name, string? Value)[] variables) =>
        StoreLocation.Default(name => variables.FirstOrDefault(v => v.Name == name).Value);
}
