namespace Progress.Reps;

/// <summary>A sales rep.</summary>
/// <param name="RepId">The rep's <c>workspaceMemberId</c>: permanent, and what everything links to.</param>
/// <param name="Name">Name; the id until one is known.</param>
/// <param name="TimeZone">IANA time zone now in force; a day is a day in it.</param>
/// <param name="RedHawkId">The academy's id of the rep, where mapped.</param>
/// <param name="StartDate">First day of work, where known.</param>
/// <param name="Active">Whether the rep is listed.</param>
/// <param name="MergedInto">The id that took over this one's facts, where merged.</param>
public sealed record Rep(
    Guid RepId, string Name, string TimeZone, string? RedHawkId, DateOnly? StartDate, bool Active, Guid? MergedInto);

/// <summary>What is known of a new rep.</summary>
/// <param name="RepId">The rep's <c>workspaceMemberId</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="TimeZone">IANA time zone; the store's where null.</param>
/// <param name="RedHawkId">The academy's id.</param>
/// <param name="StartDate">First day of work.</param>
public sealed record NewRep(Guid RepId, string? Name = null, string? TimeZone = null, string? RedHawkId = null, DateOnly? StartDate = null);

/// <summary>What to change on a rep; null leaves a value as it is.</summary>
/// <param name="Name">Name.</param>
/// <param name="TimeZone">IANA time zone, from <paramref name="From"/> on.</param>
/// <param name="From">First local day of the new time zone; today where null, so that past days keep theirs.</param>
/// <param name="RedHawkId">The academy's id; empty removes the mapping.</param>
/// <param name="StartDate">First day of work.</param>
/// <param name="Active">Whether the rep is listed.</param>
public sealed record RepUpdate(
    string? Name = null, string? TimeZone = null, DateOnly? From = null, string? RedHawkId = null, DateOnly? StartDate = null, bool? Active = null);
