using Dapper;
using Progress.Store;

namespace Progress.Reps;

/// <summary>A deal or an appointment as a record of the CRM shows it: an activity under a key of its own.</summary>
/// <param name="Key">Its key; see <see cref="KeyOf"/>.</param>
/// <param name="Kind">XP source.</param>
/// <param name="Rep">Who is credited.</param>
/// <param name="At">When, UTC.</param>
internal sealed record CrmOutcome(string Key, string Kind, RepEntry Rep, DateTime At)
{
    /// <summary>What keys of outcomes begin with, and no other.</summary>
    public const string Prefix = "crm:";

    /// <summary>The first text after all of those keys.</summary>
    public const string End = "crm;";

    /// <summary>The key of a record.</summary>
    /// <param name="name">The CRM's object, e.g. <c>opportunities</c>.</param>
    /// <param name="record">The record's id.</param>
    public static string KeyOf(string name, string record) => $"{Prefix}{name}:{record}";

    public static bool IsKey(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Keys of all outcomes of a kind that are counted.</summary>
    public static IReadOnlyList<string> Counted(ProgressStore store, string kind) =>
        store.Read(connection => connection
            .Query<string>(
                "SELECT key FROM activity WHERE kind = @kind AND undone IS NULL AND key >= @from AND key < @end ORDER BY key", new { kind, from = Prefix, end = End })
            .ToList());
}
