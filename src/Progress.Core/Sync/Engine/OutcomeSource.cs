using System.Text.Json;
using Progress.Json;
using Progress.Reps;
using Progress.Settings;

namespace Progress.Sync;

/// <summary>Something that counts for a rep, and that settings may find in records of the CRM.</summary>
/// <param name="Setting">The setting that says which records.</param>
/// <param name="Entity">What its records are to us.</param>
/// <param name="Kind">XP source.</param>
/// <param name="IsDue">Whether a record counts only once its time has passed; otherwise a time that lies ahead says nothing.</param>
/// <param name="Of">Which records the settings take.</param>
internal sealed record OutcomeSource(string Setting, string Entity, string Kind, bool IsDue, Func<TwentySettings, OutcomeSettings?> Of)
{
    public static readonly IReadOnlyList<OutcomeSource> All =
    [
        new("twenty.deals", EntityNames.Deal, XpSource.DealClosed, IsDue: false, s => s.Deals),
        new("twenty.appointments", EntityNames.Appointment, XpSource.AppointmentHeld, IsDue: true, s => s.Appointments),
    ];

    /// <summary>What a provider reads for the settings.</summary>
    public static RemoteMapping Mapping(TwentySettings settings) => new(
        settings.PersonOwnerField,
        All.Where(s => s.Of(settings) is not null).ToDictionary(s => s.Entity, s => s.Object(s.Of(settings)!)));

    /// <summary>A short name of a mapping: what was read by another one is read again.</summary>
    public static string Stamp(OutcomeSettings mapping) => RuleSetFile.Hash(JsonSerializer.Serialize(mapping, StrictJson.Options))[..12];

    private MappedObject Object(OutcomeSettings mapping) =>
        new(mapping.Object, [.. mapping.When.Keys.Concat([mapping.Owner, mapping.At]).Distinct()], IsDue ? mapping.At : null);
}
