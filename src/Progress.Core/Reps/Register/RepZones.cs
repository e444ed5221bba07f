using Progress.Store;

namespace Progress.Reps;

/// <summary>A rep's time zones over time: past days keep the zone that they had.</summary>
internal sealed class RepZones
{
    private readonly (int From, TimeZoneInfo Zone)[] zones;

    public RepZones(IEnumerable<(int From, string Zone)> rows) =>
        zones = [.. rows.OrderBy(r => r.From).Select(r => (r.From, TimeZoneInfo.FindSystemTimeZoneById(r.Zone)))];

    /// <summary>The store's own zone, in which days are counted that are no rep's.</summary>
    public static RepZones Home(ProgressStore store) => new([(0, store.Options.TimeZone)]);

    /// <summary>The zone in force last.</summary>
    public TimeZoneInfo Latest => zones[^1].Zone;

    /// <summary>The moment meant, local where it has no offset.</summary>
    public DateTime ToUtc(IsoTime time) => time.ToUtc(time.HasOffset ? Latest : On(DateOnly.FromDateTime(time.Value).DayNumber));

    /// <summary>The local day and time of day of a moment.</summary>
    public (int Day, TimeOnly Time) ToLocal(DateTime utc)
    {
        for (var i = zones.Length - 1; ; i--)
        {
            var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zones[i].Zone);
            var day = DateOnly.FromDateTime(local).DayNumber;
            if (i == 0 || day >= zones[i].From) return (day, TimeOnly.FromDateTime(local));
        }
    }

    /// <summary>The moment at which a local day begins.</summary>
    public DateTime StartOf(int day) => new IsoTime(DateOnly.FromDayNumber(day)).ToUtc(On(day));

    /// <summary>The local day meant: a bare date is itself in every zone.</summary>
    public int DayOf(IsoTime time) => time.HasOffset ? ToLocal(time.Value).Day : DateOnly.FromDateTime(time.Value).DayNumber;

    /// <summary>The zone in force on a local day.</summary>
    public TimeZoneInfo On(int day)
    {
        for (var i = zones.Length - 1; i > 0; i--)
            if (day >= zones[i].From) return zones[i].Zone;
        return zones[0].Zone;
    }
}
