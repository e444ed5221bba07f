using System.Text.Json;
using Progress.Files;
using Progress.Json;

namespace Progress.Settings;

/// <summary>Turns the text of a settings file into settings, and puts a changed text in its place.</summary>
internal static class SettingsText
{
    private const string Invalid = "InvalidSettings";

    /// <summary>Reads a file; only the user's own may hold what is theirs alone.</summary>
    public static SettingsFile Load(string path, string ownPath)
    {
        var text = JsonFile.ReadText(path, Invalid, ErrorKind.Usage);
        if (!SamePath.Is(path, ownPath)) RefuseOwn(text, path, ownPath);
        var problems = new JsonProblems(text, path, Invalid, ErrorKind.Usage);
        var settings = Read(text, problems);
        problems.ThrowIfAny();
        return new SettingsFile(path, settings!) { Text = text };
    }

    /// <summary>Reads a text in which one setting was changed; whatever is wrong now is that setting's fault.</summary>
    public static SettingsFile Change(string path, string text, SettingKey key, string? value)
    {
        var problems = new JsonProblems(text, path, Invalid, ErrorKind.Usage);
        var settings = Read(text, problems);
        if (problems.Any)
            throw new ProgressException(
                Invalid, ErrorKind.Usage,
                $"{key.Name} cannot be {(value is null ? "set back to its default" : $"\"{value}\"")}: "
                + $"{string.Join(' ', problems.Texts)} Allowed for {key.Name}: {key.Allowed}. {path} is unchanged.", key.Name);
        return new SettingsFile(path, settings!) { Text = text };
    }

    /// <summary>Replaces the file whole, so that no reader ever sees half of it.</summary>
    public static void Write(string path, string text)
    {
        OutputFile.MakeFolder(path);
        OutputFile.Write(path, file => file.Write(JsonSpot.Bytes(text)));
    }

    private static ProgressSettings? Read(string text, JsonProblems problems)
    {
        var settings = StrictJson.Read<ProgressSettings>(text, problems);
        if (settings is not null) SettingsCheck.Check(settings, problems);
        return settings;
    }

    private static void RefuseOwn(string text, string path, string ownPath)
    {
        try
        {
            if (JsonSpot.Parse(text).Children.FirstOrDefault(child => UserSettings.Keys.Contains(child.Key!)) is { } found)
                throw new ProgressException(
                    "ConnectionsNotAllowedHere", ErrorKind.Usage,
                    $"{path}:{found.Line}: key \"{found.Key}\" at {found.Path} is not allowed here. Connections live only in the user's settings "
                    + "beside the store: a file in a cloned folder may not define or change one, nor how they are synced. "
                    + $"Take the key out; the user's settings are {ownPath}.", path);
        }
        catch (JsonException)
        {
            // Reading the settings reports broken JSON with its place.
        }
    }
}
