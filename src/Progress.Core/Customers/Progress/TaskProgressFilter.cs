using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Customers;

/// <summary>A query in terms of the store: customers, options and stages are found, and there is nothing left to be guessed.</summary>
internal sealed record TaskProgressFilter
{
    /// <summary>Null where all customers are wanted.</summary>
    public IReadOnlyList<CustomerEntry>? Customers { get; private init; }

    public IReadOnlyList<string>? Statuses { get; private init; }

    public IReadOnlyList<string>? Competencies { get; private init; }

    /// <summary>Texts of stages.</summary>
    public IReadOnlyList<string>? Stages { get; private init; }

    public IReadOnlyList<string>? Sources { get; private init; }

    public required TaskProgressQuery Query { get; init; }

    /// <exception cref="ProgressException"><c>CustomerNotFound</c>, <c>InvalidOption</c>, <c>InvalidPage</c>.</exception>
    public static TaskProgressFilter Of(ProgressStore store, CustomerRegister register, TaskProgressQuery query)
    {
        if (query.First < 0 || query.Skip < 0)
            throw new ProgressException("InvalidPage", ErrorKind.Usage, FormattableString.Invariant($"First is {query.First}, Skip is {query.Skip}; allowed: 0 and more."), query);
        return new TaskProgressFilter
        {
            // Progress of a customer who is no longer listed is there where the customer is named.
            Customers = query.Customer is { Count: > 0 } ? register.Select(query.Customer) : null,
            Statuses = TaskOptions.Status.ParseAll(query.Status),
            Competencies = TaskOptions.Competency.ParseAll(query.Competency),
            Stages = query.Milestone is { Count: > 0 } ? StageFilter.Of(query.Milestone, MilestoneMap.Of(store.Options.Customers)).Among(Known(store)) : null,
            Sources = TaskOptions.Source.ParseAll(query.Source),
            Query = query,
        };
    }

    /// <summary>The records, one at a time.</summary>
    public IEnumerable<TaskProgressRow> Read(SqliteConnection connection)
    {
        var conditions = new List<string>();
        var values = new List<string>();
        OneOf("customer", Customers?.Select(c => c.Key));
        OneOf("status", Statuses);
        OneOf("competency", Competencies);
        OneOf("stage", Stages);
        OneOf("source", Sources);
        if (Query.CompletedAfter is { } after) conditions.Add(FormattableString.Invariant($"completed_day > {after.DayNumber}"));
        if (Query.CompletedBefore is { } before) conditions.Add(FormattableString.Invariant($"completed_day < {before.DayNumber}"));
        return TaskProgressTable.Read(connection, conditions, Bind, Query.First, Query.Skip);

        // One parameter for each list, as a statement takes only so many.
        void OneOf<T>(string column, IEnumerable<T>? wanted)
        {
            if (wanted is null) return;
            values.Add(JsonSerializer.Serialize(wanted));
            conditions.Add(FormattableString.Invariant($"{column} IN (SELECT value FROM json_each(?{values.Count}))"));
        }

        void Bind(Statement select)
        {
            for (var i = 0; i < values.Count; i++) select.Bind(i + 1, values[i]);
        }
    }

    /// <summary>Every text that a stage has somewhere in the store.</summary>
    private static IEnumerable<string> Known(ProgressStore store) => store.Read(connection => connection
        .Query<string>("SELECT stage FROM catalog_task WHERE stage IS NOT NULL UNION SELECT stage FROM task_progress WHERE stage IS NOT NULL AND gone IS NULL")
        .ToList());
}
