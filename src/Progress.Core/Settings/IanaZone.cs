using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Progress.Json;

namespace Progress.Settings;

/// <summary>Finds time zones by IANA name, the same names on every operating system.</summary>
public static partial class IanaZone
{
    /// <summary>What a zone's name may be, for messages.</summary>
    public const string Allowed = "an IANA name such as UTC, Europe/Berlin or America/New_York";

    /// <summary>Finds a zone; Windows names, empty text and unknown names are none.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return Form().IsMatch(name) && WindowsTwin(name) is null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }

    /// <summary>Why <paramref name="name"/> is refused, what is allowed, and which name was perhaps meant.</summary>
    public static string Refusal(string name) =>
        $"\"{name}\" is not a time zone. Allowed: {Allowed}."
        + (WindowsTwin(name) is { } twin ? $" Did you mean \"{twin}\"?" : NearestName.Hint(name, Known()));

    private static string? WindowsTwin(string name) =>
        name != "UTC" && TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var twin) && twin != name ? twin : null;

    private static IEnumerable<string> Known() => TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id);

    // The system takes a name as a path below its zone folder, where localtime and posix/ are too; IANA's begin with a capital.
    [GeneratedRegex(@"^[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
