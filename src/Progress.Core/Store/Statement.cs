using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Progress.Store;

/// <summary>A prepared statement for bulk paths, without the allocations of a command per row.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 db;
    private readonly sqlite3_stmt handle;
    private readonly long?[] bound;

    public Statement(SqliteConnection connection, string sql)
    {
        db = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(db, sql, out handle), db);
        bound = new long?[raw.sqlite3_bind_parameter_count(handle) + 1];
    }

    /// <summary>Rows changed by the last step.</summary>
    public int Changes => raw.sqlite3_changes(db);

    /// <summary>Key of the row inserted last.</summary>
    public long InsertedId => raw.sqlite3_last_insert_rowid(db);

    public Statement Bind(int index, long value)
    {
        // A binding outlives the row: many columns say the same in row after row.
        if (bound[index] == value) return this;
        bound[index] = value;
        raw.sqlite3_bind_int64(handle, index, value);
        return this;
    }

    public Statement Bind(int index, long? value)
    {
        if (value is { } number) return Bind(index, number);
        bound[index] = null;
        raw.sqlite3_bind_null(handle, index);
        return this;
    }

    public Statement Bind(int index, string? value)
    {
        if (value is null) raw.sqlite3_bind_null(handle, index);
        else raw.sqlite3_bind_text(handle, index, value);
        return this;
    }

    public Statement Bind(int index, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        raw.sqlite3_bind_blob(handle, index, bytes);
        return this;
    }

    /// <summary>Moves to the next row; resets the statement after the last one.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        if (result == raw.SQLITE_ROW) return true;
        // Resetting returns the error again; the first one names it.
        if (result != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, db);
        raw.sqlite3_reset(handle);
        return false;
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    public void Run()
    {
        while (Step()) { }
    }

    public void Reset() => raw.sqlite3_reset(handle);

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int(int column) => raw.sqlite3_column_int(handle, column);

    public long? NullableLong(int column) =>
        raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(handle, column);

    public double? NullableDouble(int column) =>
        raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_double(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public string? NullableText(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL ? null : Text(column);

    public Guid Guid(int column) => new(raw.sqlite3_column_blob(handle, column), bigEndian: true);

    public void Dispose() => handle.Dispose();
}
