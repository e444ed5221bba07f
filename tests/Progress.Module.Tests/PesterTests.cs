using Xunit;

namespace Progress.Tests;

/// <summary>Runs each Pester file in a PowerShell of its own; the classes share the work, since xunit runs classes side by side.</summary>
public abstract class PesterTests
{
    private protected static async Task Run(string file)
    {
        var pester = PowerShellHost.Pester();
        Assert.SkipWhen(pester.Missing is not null, pester.Missing ?? "");
        using var home = new ScratchHome();
        var run = await PowerShellHost.Run(
            home, TestContext.Current.CancellationToken,
            "-File", Path.Combine(PesterFiles.Folder, "Invoke-PesterFile.ps1"),
            "-File", Path.Combine(PesterFiles.Folder, file),
            "-Module", Path.Combine(AppContext.BaseDirectory, "Progress"),
            "-Pester", pester.Path!);
        Assert.True(run.ExitCode == 0, $"{file}\n{run.Output}");
    }
}

/// <summary>What concerns the module as a whole.</summary>
public sealed class ModulePesterTests : PesterTests
{
    public static TheoryData<string> Files => PesterFiles.In("Module");

    [Theory]
    [MemberData(nameof(Files))]
    public Task Pester_file_passes(string file) => Run(file);
}

/// <summary>The cmdlets of the room Reps.</summary>
public sealed class RepsPesterTests : PesterTests
{
    public static TheoryData<string> Files => PesterFiles.In("Reps");

    [Theory]
    [MemberData(nameof(Files))]
    public Task Pester_file_passes(string file) => Run(file);
}

/// <summary>The cmdlets of the room Crm.</summary>
public sealed class CrmPesterTests : PesterTests
{
    public static TheoryData<string> Files => PesterFiles.In("Crm");

    [Theory]
    [MemberData(nameof(Files))]
    public Task Pester_file_passes(string file) => Run(file);
}

/// <summary>The cmdlets of all other rooms.</summary>
public sealed class OtherPesterTests : PesterTests
{
    public static TheoryData<string> Files => PesterFiles.NotIn("Module", "Reps", "Crm");

    [Theory]
    [MemberData(nameof(Files))]
    public Task Pester_file_passes(string file) => Run(file);
}
