using System.Management.Automation;
using Progress.Demo;

namespace Progress.Commands;

/// <summary>Makes a store of sample data in a new folder, with reports on it.</summary>
/// <remarks>
/// Imports the reps, call notes, activities and training facts that ship with the module, takes the last day of its data as today, and
/// writes a team report and one rep's card. The result says where everything is. Your own store is not touched.
/// </remarks>
/// <example>
/// <code>$demo = New-ProgressDemo
/// Get-RepProgression -Store $demo.StorePath -AsOf $demo.AsOf</code>
/// <para>Makes the demo in a temporary folder, and shows where its reps stand on its last day.</para>
/// </example>
/// <example>
/// <code>New-ProgressDemo ./demo | Select-Object -ExpandProperty Reports</code>
/// <para>Makes it in a folder of your choice, and lists the reports.</para>
/// </example>
[Cmdlet(VerbsCommon.New, "ProgressDemo", SupportsShouldProcess = true)]
[OutputType(typeof(DemoResult))]
public sealed class NewProgressDemoCommand : ProgressCmdlet
{
    /// <summary>The folder to make it in, new or empty; a temporary one without it.</summary>
    [Parameter(Position = 0)]
    public string? Path { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (!Agreed(Path ?? "a temporary folder", "Make a demo", out var dryRun) || dryRun) return;
        var folder = Path is null ? Directory.CreateTempSubdirectory("progress-demo-").FullName : this.Literal(Path);
        var samples = System.IO.Path.Combine(MyInvocation.MyCommand.Module.ModuleBase, "samples");
        WriteObject(ProgressDemo.Create(folder, samples, Report, StopToken));
    }
}
