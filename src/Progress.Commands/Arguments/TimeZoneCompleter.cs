using System.Collections;

namespace Progress.Commands;

/// <summary>Completes IANA names of time zones.</summary>
public sealed class TimeZoneCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(IDictionary bound) =>
        TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => new Completion(zone.Id, zone.DisplayName));
}
