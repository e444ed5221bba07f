using System.Management.Automation;
using Progress.Settings;

namespace Progress.Commands;

/// <summary>Changes a setting.</summary>
/// <remarks>
/// Changes the settings file that holds, else makes one beside the store; everything else in the file stays as it is. A value that is not
/// allowed is an error that says what is, and leaves the file unchanged.
/// </remarks>
/// <example>
/// <code>Set-ProgressSetting timeZone Europe/Berlin</code>
/// <para>Days are days in Berlin where rep or plan have no time zone of their own.</para>
/// </example>
/// <example>
/// <code>Set-ProgressSetting workingHours.days mon, tue, wed, thu -PassThru
/// Set-ProgressSetting workingHours.days -Default</code>
/// <para>Sets a list, shows it, and goes back to the default.</para>
/// </example>
[Cmdlet(VerbsCommon.Set, "ProgressSetting", SupportsShouldProcess = true, DefaultParameterSetName = ToValue)]
[OutputType(typeof(SettingValue))]
public sealed class SetProgressSettingCommand : StoreCmdlet
{
    private const string ToValue = "Value";
    private const string ToDefault = "Default";

    /// <summary>The setting's name, e.g. timeZone.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public string Name { get; set; } = "";

    /// <summary>The value: text, a Boolean, a list, or JSON.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ToValue)]
    [AllowEmptyString]
    public string[] Value { get; set; } = [];

    /// <summary>Sets the default, by taking the setting out of the file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ToDefault)]
    public SwitchParameter Default { get; set; }

    /// <summary>Writes the setting as it stands then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        var text = ParameterSetName == ToDefault ? null : string.Join(',', Value);
        if (!Agreed(Name, text is null ? "Set to the default" : $"Set to {text}", out var dryRun)) return;
        var changed = SettingsStore.Set(Settings, Location.Folder, Name, text, dryRun);
        if (PassThru && !dryRun) WriteObject(SettingsStore.List(changed).Single(setting => setting.Name == Name));
    }
}
