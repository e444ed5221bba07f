namespace Progress.Settings;

/// <summary>The settings that hold, and the file that they come from.</summary>
/// <param name="Path">Full path of the file; null where there is none and only defaults hold.</param>
/// <param name="Settings">The settings.</param>
public sealed record SettingsFile(string? Path, ProgressSettings Settings)
{
    /// <summary>The file's text, which tells what it sets from what it leaves at the default.</summary>
    internal string Text { get; init; } = "{}";

    /// <summary>The user's own file, which alone says what is only theirs; null where this is it.</summary>
    internal SettingsFile? Own { get; init; }
}

/// <summary>A setting as it stands.</summary>
/// <param name="Name">Its dotted name, e.g. <c>workingHours.start</c>.</param>
/// <param name="Value">The value that holds: text, a Boolean, a list, or null for none.</param>
/// <param name="Default">The value that holds where no file sets one.</param>
/// <param name="Source">Path of the file that sets it, or <c>default</c>.</param>
/// <param name="Allowed">What a value may be.</param>
public sealed record SettingValue(string Name, object? Value, object? Default, string Source, string Allowed);
