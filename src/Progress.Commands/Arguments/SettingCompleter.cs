using System.Collections;
using Progress.Settings;

namespace Progress.Commands;

/// <summary>Completes names of settings.</summary>
public sealed class SettingCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(IDictionary bound) =>
        SettingsStore.List(new SettingsFile(null, new ProgressSettings())).Select(setting => new Completion(setting.Name, setting.Allowed));
}
