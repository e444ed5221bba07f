using System.Management.Automation;
using Progress.Store;

namespace Progress.Commands;

/// <summary>Checks whether the store is sound.</summary>
/// <remarks>
/// Checks the file's integrity, its foreign keys, and that every derived table equals what it is derived from. What is wrong is in the
/// result's Checks; a file that is no store at all is an error.
/// </remarks>
/// <example>
/// <code>(Test-ProgressStore).Checks</code>
/// <para>Every check, and what it found.</para>
/// </example>
/// <example>
/// <code>if (-not (Test-ProgressStore -Quiet)) { throw 'The store is damaged.' }</code>
/// <para>For scripts.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "ProgressStore")]
[OutputType(typeof(StoreTest), typeof(bool))]
public sealed class TestProgressStoreCommand : StoreCmdlet
{
    /// <summary>Writes only whether everything is sound.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override bool MustExist => true;

    /// <inheritdoc/>
    protected override void Process()
    {
        var test = StoreCheck.Test(Opened, StopToken);
        WriteObject(Quiet ? test.Passed : test);
    }
}
