using System.Text.Json.Nodes;
using Progress.Reps;

namespace Progress.Sync;

/// <summary>How records are exchanged in a pass.</summary>
/// <param name="Usable">Fields that the remote has.</param>
/// <param name="Force">Whether our rules hold where the record was reckoned by others.</param>
/// <param name="Acknowledged">The last change that the remote acknowledged together with all before it.</param>
internal sealed record ExchangeRules(IReadOnlySet<string> Usable, bool Force, long? Acknowledged)
{
    /// <summary>Where a connection keeps the last change that was acknowledged.</summary>
    public const string AcknowledgedCursor = "acknowledged";

    /// <summary>Fields in which additive figures stand.</summary>
    public static readonly IReadOnlyList<string> Additive = [SyncStateFormat.TotalXp, SyncStateFormat.ClosedDeals, SyncStateFormat.Field];
    private static readonly string[] Derived = [ProgressionFields.Level, ProgressionFields.Rank, ProgressionFields.Streak, ProgressionFields.Efficiency];

    public static ExchangeRules Of(SyncPass pass, RemoteEntity schema) => new(
        schema.Usable, pass.Request.Force,
        long.TryParse(CursorTable.Find(pass.Store, pass.Connection, AcknowledgedCursor), out var id) ? id : null);

    /// <summary>Whether the remote lacks what additive figures need, so that they are not pushed.</summary>
    public bool IsIncomplete => !ProgressionFields.Needed.All(Usable.Contains);

    /// <summary>Fields that are not sent.</summary>
    public IEnumerable<string> Without(bool rulesDiffer) =>
        ProgressionFields.Rules.Select(r => r.Name).Where(f => !Usable.Contains(f))
            .Concat(IsIncomplete ? [.. Additive, ProgressionFields.Level] : [])
            .Concat(rulesDiffer ? Derived : []);
}

/// <summary>Something about a record that a person should see.</summary>
internal sealed record RecordConflict(RepEntry Rep, string Record, string Field, ConflictKind Kind, JsonNode? Ours, JsonNode? Theirs);

/// <summary>Ids of the records that we create: two devices create one record.</summary>
internal static class RecordId
{
    /// <summary>Namespace of the records of reps; the name is the member's id, and a number where the record before lies in the bin.</summary>
    public static readonly Guid Namespace = new("a5b0f0f4-3a5e-5d0e-8c53-3d0f7f1c9be1");

    private const int Most = 10;

    /// <param name="member">The rep.</param>
    /// <param name="generation">From 0; higher where the record before was put into the bin.</param>
    public static Guid Of(Guid member, int generation) => NamedGuid.Create(Namespace, generation == 0 ? $"{member}" : $"{member}#{generation}");

    public static bool Is(Guid member, string id) => Enumerable.Range(0, Most).Any(n => Of(member, n).ToString() == id);
}
