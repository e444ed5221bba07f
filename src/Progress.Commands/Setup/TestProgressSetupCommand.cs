using System.Management.Automation;
using Progress.Setup;
using Progress.Store;

namespace Progress.Commands;

/// <summary>Checks whether everything is set up, and says what to do next.</summary>
/// <remarks>
/// Looks at the settings, the time zone, the store, the rules, the reps and the calls. Each finding is Ok, Warning (it works, and can be
/// better) or Problem, with the next step to take. It changes nothing, and makes no store where there is none.
/// </remarks>
/// <example>
/// <code>(Test-ProgressSetup).Findings</code>
/// <para>Every finding.</para>
/// </example>
/// <example>
/// <code>(Test-ProgressSetup).Findings | Where-Object Status -ne Ok | Select-Object Topic, NextStep</code>
/// <para>What to do next.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "ProgressSetup")]
[OutputType(typeof(SetupTest), typeof(bool))]
public sealed class TestProgressSetupCommand : StoreCmdlet
{
    /// <summary>Writes only whether nothing stands in the way.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        // Not with the settings' options: settings that cannot be read are a finding here, and no error.
        var test = SetupCheck.Run(Location, CurrentFolder, new StoreOptions { Command = MyInvocation.MyCommand.Name });
        WriteObject(Quiet ? test.Passed : test);
    }
}
