namespace Progress.Store;

/// <summary>One change that was made to the store.</summary>
/// <param name="Id">Number of the entry, in order of change.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">The user at work.</param>
/// <param name="Command">The command at work.</param>
/// <param name="Entity">What kind of thing changed, e.g. <c>rep</c>.</param>
/// <param name="Key">Which one.</param>
/// <param name="Old">Its values before, as JSON.</param>
/// <param name="New">Its values after, as JSON; of an import the file, its hash and the counts.</param>
/// <param name="Reason">Why, where the user said so.</param>
public sealed record AuditEntry(
    long Id, DateTime At, string Who, string Command, string Entity, string? Key, string? Old, string? New, string? Reason);
