using System.Management.Automation;
using Progress.Settings;

namespace Progress.Commands;

/// <summary>Gets settings: their values, where they come from, and what is allowed.</summary>
/// <remarks>
/// The nearest progress.settings.json holds: from the current folder upwards, else the one beside the store, else the defaults. Two files
/// are never mixed.
/// </remarks>
/// <example>
/// <code>Get-ProgressSetting</code>
/// <para>All settings.</para>
/// </example>
/// <example>
/// <code>Get-ProgressSetting workingHours.* | Format-List Name, Value, Allowed</code>
/// <para>When the team works, and what could be set instead.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "ProgressSetting")]
[OutputType(typeof(SettingValue))]
public sealed class GetProgressSettingCommand : StoreCmdlet
{
    /// <summary>The settings' names, with wildcards; all settings without it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (var name in Name) Guard(() => WriteAll(SettingsStore.List(Settings, name)));
    }
}
