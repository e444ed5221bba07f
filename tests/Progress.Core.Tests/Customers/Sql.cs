using Progress.Store;

namespace Progress.Tests.Customers;

/// <summary>The store as plain SQL sees it.</summary>
internal static class Sql
{
    public static void Execute(ProgressStore store, string sql) => store.Connection.Execute(sql);

    public static IReadOnlyList<string> Texts(ProgressStore store, string sql)
    {
        using var command = store.Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read()) texts.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetString(i))));
        return texts;
    }
}
