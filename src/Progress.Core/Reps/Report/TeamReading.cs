using Dapper;
using Progress.Store;

namespace Progress.Reps;

/// <summary>What a report reads of a store: everyone's state, once.</summary>
internal sealed class TeamReading
{
    private readonly ProgressStore store;
    private readonly IsoTime time;

    private TeamReading(ProgressStore store, IsoTime time)
    {
        (this.store, this.time) = (store, time);
        States = [.. RepState.Read(store, null, time)];
        var home = RepZones.Home(store);
        Day = home.DayOf(time);
        Unattributed = store.Connection.QuerySingle<long>(
            "SELECT count(*) FROM call WHERE rep IS NULL AND at < @end", new { end = home.StartOf(Day + 1).ToMs() });
    }

    public static TeamReading Of(ProgressStore store, IsoTime? asOf) => store.Read(_ => new TeamReading(store, asOf ?? new IsoTime(store.UtcNow)));

    /// <summary>Active reps, in order of name.</summary>
    public IReadOnlyList<RepState> States { get; }

    /// <summary>The day in the store's zone.</summary>
    public int Day { get; }

    /// <summary>Calls up to that day that no rep is credited with.</summary>
    public long Unattributed { get; }

    /// <summary>The day that the figures are of, or the first and the last of them where reps live apart.</summary>
    public string Days
    {
        get
        {
            var days = States.Select(s => s.Day).DefaultIfEmpty(Day).ToList();
            return days.Min() == days.Max() ? IsoText.Day(days.Max()) : $"{IsoText.Day(days.Min())} to {IsoText.Day(days.Max())}";
        }
    }

    /// <summary>The rules in force on the day, by the first rep; without reps by the store.</summary>
    public RuleVersion Rules => States.Count > 0 ? States[0].Rules : RuleBook.Load(store).InForce(Day);

    /// <summary>One rep, active or not.</summary>
    /// <exception cref="ProgressException"><c>RepNotFound</c>, <c>RepAmbiguous</c>.</exception>
    public RepState One(string rep)
    {
        var id = RepRegister.Load(store).One(rep).Member;
        return States.FirstOrDefault(s => s.Rep.Member == id) ?? RepState.Read(store, [id.ToString()], time).Single();
    }
}
