using Progress.Store;
using Progress.Sync.Airtable;

namespace Progress.Customers;

/// <summary>The same query as Airtable's <c>filterByFormula</c>; seed, "Query Customer Task Progress".</summary>
public static class TaskProgressFormula
{
    /// <summary>
    /// The formula of a query. Names and wildcards of customers become the ids of those whom they mean, a milestone all texts of stages in
    /// the store that mean it.
    /// </summary>
    /// <exception cref="ProgressException">
    /// <c>FormulaEmpty</c>: there is no filter, or one that fits no customer; <c>FormulaPaged</c>: <c>First</c> or <c>Skip</c>;
    /// <c>FormulaValueRefused</c>: a value that cannot be escaped; <c>CustomerNotFound</c>, <c>InvalidOption</c>.
    /// </exception>
    public static string Of(ProgressStore store, TaskProgressQuery query)
    {
        if (query.First is not null || query.Skip != 0)
            throw new ProgressException("FormulaPaged", ErrorKind.Usage, "A formula says which records fit, not how many are wanted; leave -First and -Skip out.", query);
        return Of(TaskProgressFilter.Of(store, CustomerRegister.Load(store), query));
    }

    private static string Of(TaskProgressFilter filter)
    {
        var query = filter.Query;
        var predicates = new List<string>();
        OneOf("Customer ID", filter.Customers?.Select(c => c.Id));
        OneOf("Status", filter.Statuses);
        OneOf("Competency Area", filter.Competencies);
        OneOf("Stage Milestone", filter.Stages);
        OneOf("Task Source", filter.Sources);
        if (query.CompletedAfter is { } after) predicates.Add(Completed("IS_AFTER", after));
        if (query.CompletedBefore is { } before) predicates.Add(Completed("IS_BEFORE", before));
        return predicates.Count > 0 ? FormulaText.And(predicates) : throw Empty("There is no filter to make a formula of, and an empty one means all records to Airtable; give at least one, e.g. -Status completed.", query);

        void OneOf(string field, IEnumerable<string>? values)
        {
            if (values is null) return;
            var equals = values.Select(value => FormulaText.Equal(field, value)).ToList();
            if (equals.Count == 0) throw Empty($"No {field} fits '{string.Join("', '", query.Customer ?? [])}', so that no record fits, which a formula cannot say; give others.", query);
            predicates.Add(FormulaText.Or(equals));
        }
    }

    private static string Completed(string function, DateOnly day) =>
        $"{function}({FormulaText.Field("Completed Date")}, {FormulaText.Text(IsoText.Day(day))})";

    private static ProgressException Empty(string message, TaskProgressQuery query) => new("FormulaEmpty", ErrorKind.Usage, message, query);
}
