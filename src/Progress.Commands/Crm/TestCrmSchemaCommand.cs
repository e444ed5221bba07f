using System.Management.Automation;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>Checks whether a CRM has what sync keeps there.</summary>
/// <remarks>
/// One result for each object that is kept there, with its fields; RedHawk keeps none. Changes nothing. Sync works with what exists, and says what
/// it left out.
/// </remarks>
/// <example>
/// <code>(Test-CrmSchema twenty).Fields | Where-Object State -ne Present</code>
/// <para>Fields that are missing or have another type, and what to do about each.</para>
/// </example>
/// <example>
/// <code>if (-not (Test-CrmSchema -Quiet)) { Initialize-CrmSchema }</code>
/// <para>Creates what is missing on any connection.</para>
/// </example>
/// <seealso cref="InitializeCrmSchemaCommand"/>
[Cmdlet(VerbsDiagnostic.Test, "CrmSchema")]
[OutputType(typeof(CrmSchemaTest), typeof(bool))]
public sealed class TestCrmSchemaCommand : SchemaCmdlet
{
    private bool? passed;

    /// <summary>Writes only whether everything is there, on all that were asked for.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void Look(string connection)
    {
        // One that cannot be asked has not passed.
        (var before, passed) = (passed ?? true, false);
        var found = CrmSchema.Test(Opened, connection, this.Remote(), StopToken);
        passed = before && found.All(t => t.Passed);
        if (!Quiet) WriteAll(found);
    }

    /// <inheritdoc/>
    protected override void End()
    {
        if (Quiet && passed is { } all) WriteObject(all);
    }
}
