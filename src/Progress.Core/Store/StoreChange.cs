using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Json;

namespace Progress.Store;

/// <summary>A change under way: everything written through it is one transaction with its audit and outbox rows.</summary>
public sealed class StoreChange
{
    internal StoreChange(ProgressStore store) => (Store, Now) = (store, store.UtcNow);

    /// <summary>When the change is made, UTC.</summary>
    public DateTime Now { get; }

    internal ProgressStore Store { get; }

    internal SqliteConnection Connection => Store.Connection;

    /// <summary>Writes what changed, and why, and returns the audit row's id.</summary>
    internal long Audit(string entity, string? key, object? before, object? after)
    {
        const string sql = """
            INSERT INTO audit (at, who, command, entity, key, old, new, reason)
            VALUES (@at, @who, @command, @entity, @key, @old, @new, @reason)
            RETURNING id
            """;
        var options = Store.Options;
        return Connection.QuerySingle<long>(
            sql,
            new
            {
                at = Now.ToMs(), who = options.User, command = options.Command, entity, key,
                old = Json(before), @new = Json(after), reason = options.Reason,
            });
    }

    /// <summary>Whether the change turned out to be none.</summary>
    internal bool IsTakenBack { get; private set; }

    /// <summary>Ends the change as if it had not been begun: it turned out that there is nothing to write.</summary>
    internal void TakeBack() => IsTakenBack = true;

    /// <summary>Completes an audit row that was opened before its outcome was known.</summary>
    internal void CompleteAudit(long id, object after) =>
        Connection.Execute("UPDATE audit SET new = @json WHERE id = @id", new { id, json = Json(after) });

    /// <summary>Says that a remote will want this record; many are faster put there by <see cref="OutboxRows"/>.</summary>
    internal void Outbox(string entity, string key)
    {
        using var rows = new OutboxRows(this);
        rows.Add(entity, key);
    }

    private static string? Json(object? value) => value is null ? null : JsonSerializer.Serialize(value, OutputJson.Compact);
}
