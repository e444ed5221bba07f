using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Sync;

/// <summary>What the store knows of the calls to a remote; times in microseconds since 1970.</summary>
/// <param name="Turns">Whose turn it is.</param>
/// <param name="PerMinute">The limit that a refusal taught.</param>
/// <param name="BlockedUntil">Nobody calls before.</param>
/// <param name="Refusals">Refusals that followed each other.</param>
/// <param name="Month">Calls of the last month in which there were some.</param>
internal sealed record CallRate(CallTurns Turns, double? PerMinute, long BlockedUntil, int Refusals, CallMonth Month)
{
    private const long Shortest = 10 * CallPace.Second;
    private const long Longest = 60 * CallPace.Second;
    private const double Jitter = 0.2;

    // What lies further ahead was written by a clock that has been set back since.
    private const long FarthestTurn = 600 * CallPace.Second;
    private const long FarthestBlock = 2 * Day;
    private const long Day = 86_400 * CallPace.Second;

    public bool IsBlocked(long now) => BlockedUntil > now;

    /// <summary>The query to read with, prepared.</summary>
    public static Statement Query(SqliteConnection connection) =>
        new(connection, "SELECT next_at, credit, per_minute, coalesce(blocked_until, 0), refusals, month, month_calls FROM crm_rate WHERE remote = ?1");

    public static CallRate Read(Statement query, string remote, long now)
    {
        if (!query.Bind(1, remote).Step()) return new CallRate(new CallTurns(0, 0), null, 0, 0, default);
        var blocked = query.Long(3) is var until && until > now + FarthestBlock ? 0 : until;
        var next = query.Long(0) is var due && due > Math.Max(now, blocked) + FarthestTurn ? now : due;
        var rate = new CallRate(new CallTurns(next, query.Int(1)), query.NullableDouble(2), blocked, query.Int(4), new CallMonth(query.Int(5), query.Int(6)));
        query.Reset();
        return rate;
    }

    /// <summary>What is known after a refusal.</summary>
    /// <param name="limit">How often we take it that the remote may be called.</param>
    /// <param name="now">When it came.</param>
    /// <param name="retryAfter">The pause that the remote asks for.</param>
    /// <param name="named">The limit that the refusal names.</param>
    /// <param name="chance">0 to 1.</param>
    public CallRate Refuse(CallLimit limit, long now, TimeSpan? retryAfter, double? named, double chance)
    {
        // Several callers may be refused at once, and tell of the same.
        var isKnown = IsBlocked(now);
        var refusals = isKnown ? Refusals : now - BlockedUntil < Longest ? Refusals + 1 : 1;
        var asked = Math.Min(Day, (retryAfter ?? TimeSpan.Zero).Ticks / TimeSpan.TicksPerMicrosecond);
        var pause = Math.Max(asked, Math.Min(Longest, Shortest << Math.Min(refusals - 1, 3)));
        var until = Math.Max(BlockedUntil, now + (long)(pause * (1 + (chance * Jitter))));
        var learnt = isKnown && named is null ? PerMinute : limit.Learn(PerMinute, named);
        return new CallRate(new CallTurns(until, 0), learnt, until, refusals, Month);
    }

    public void Save(SqliteConnection connection, string remote)
    {
        const string sql = """
            INSERT INTO crm_rate (remote, next_at, credit, per_minute, blocked_until, refusals)
            VALUES (@remote, @next, @credit, @PerMinute, @BlockedUntil, @Refusals)
            ON CONFLICT (remote) DO UPDATE SET
                next_at = excluded.next_at, credit = excluded.credit, per_minute = excluded.per_minute,
                blocked_until = excluded.blocked_until, refusals = excluded.refusals
            """;
        connection.Execute(sql, new { remote, next = Turns.NextAt, credit = Turns.Credit, PerMinute, BlockedUntil, Refusals });
    }

    /// <summary>Forgets the limit that refusals taught: somebody says which one holds.</summary>
    public static void Forget(SqliteConnection connection, string remote) =>
        connection.Execute("UPDATE crm_rate SET per_minute = NULL WHERE remote = @remote", new { remote });
}
