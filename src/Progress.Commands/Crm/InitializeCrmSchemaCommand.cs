using System.Management.Automation;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>Creates in a CRM what sync keeps there, where it is missing.</summary>
/// <remarks>
/// Looks first, and changes nothing that is there. Where the key may not change the schema, NextStep of the result's Fields says what to add by
/// hand; so it does of fields that Airtable lets only a person add: an autonumber, created and modified times, roll-ups. -WhatIf only looks.
/// </remarks>
/// <example>
/// <code>Initialize-CrmSchema twenty</code>
/// <para>Creates the object repProgression, or the fields that it lacks.</para>
/// </example>
/// <example>
/// <code>(Initialize-CrmSchema twenty -WhatIf).Fields | Where-Object State -ne Present</code>
/// <para>What would be created.</para>
/// </example>
/// <seealso cref="TestCrmSchemaCommand"/>
[Cmdlet(VerbsData.Initialize, "CrmSchema", SupportsShouldProcess = true)]
[OutputType(typeof(CrmSchemaTest))]
public sealed class InitializeCrmSchemaCommand : SchemaCmdlet
{
    /// <inheritdoc/>
    protected override void Look(string connection)
    {
        var found = CrmSchema.Test(Opened, connection, this.Remote(), StopToken);
        var missing = found.Where(t => !t.Passed).ToList();
        var dryRun = true;
        if (missing.Count > 0 && !Agreed(connection, $"Create {string.Join("; ", missing.Select(Missing))}", out dryRun)) return;
        WriteAll(dryRun ? found : CrmSchema.Initialize(Opened, connection, this.Remote(), StopToken));
    }

    private static string Missing(CrmSchemaTest test) =>
        $"{test.Entity} with {string.Join(", ", test.Fields.Where(f => f.State == FieldState.Missing).Select(f => f.Name))}";
}
