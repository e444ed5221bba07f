using System.Management.Automation;
using Progress.Demo;

namespace Progress.Commands;

/// <summary>Makes a store of sample data in a new folder, with reports on it.</summary>
/// <remarks>
/// Imports the reps, call notes, activities and training facts that ship with the module, and the customers with their catalogue and progress; takes
/// the last day of each as today, AsOf of the reps and CustomersAsOf of the customers; and writes a team report, one rep's card and a report on
/// the customers. The result says where everything is. Your own store is not touched.
/// </remarks>
/// <example>
/// <code>$demo = New-ProgressDemo
/// Get-RepProgression -Store $demo.StorePath -AsOf $demo.AsOf</code>
/// <para>Makes the demo in a temporary folder, and shows where its reps stand on its last day.</para>
/// </example>
/// <example>
/// <code>$demo = New-ProgressDemo
/// Get-CustomerProgress -Store $demo.StorePath -AsOf $demo.CustomersAsOf | Sort-Object DaysSinceLastCompletion -Descending | Select-Object -First 5</code>
/// <para>The customers who have been quiet for longest on the last day of theirs.</para>
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
