using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Customers;

/// <summary>All customers of a store in memory, found by id or name.</summary>
internal sealed class CustomerRegister
{
    private readonly Dictionary<int, CustomerEntry> byKey = [];
    private readonly Dictionary<string, CustomerEntry> byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SortedSet<string>> idsByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> idByRemote = new(StringComparer.Ordinal);

    /// <summary>All customers in order of id.</summary>
    public IEnumerable<CustomerEntry> All => byKey.Values.OrderBy(c => c.Id, StringComparer.Ordinal);

    /// <summary>Customers that are listed.</summary>
    public IEnumerable<CustomerEntry> Active => All.Where(c => c.Active);

    public static CustomerRegister Load(ProgressStore store) => store.Read(Load);

    private static CustomerRegister Load(SqliteConnection connection)
    {
        var register = new CustomerRegister();
        foreach (var (id, code, name, milestone, active, remote) in connection
            .Query<(long, string, string?, string?, long, string?)>("SELECT id, code, name, milestone, active, remote FROM customer"))
            register.Put(new CustomerEntry((int)id, code, name, milestone, active != 0, remote));
        return register;
    }

    public void Put(CustomerEntry customer)
    {
        if (byKey.GetValueOrDefault(customer.Key) is { Name: { } former }) idsByName[former].Remove(customer.Id);
        byKey[customer.Key] = byId[customer.Id] = customer;
        if (customer.Remote is { } remote) idByRemote[remote] = customer.Id;
        if (customer.Name is not { } name) return;
        if (!idsByName.TryGetValue(name, out var ids)) idsByName[name] = ids = new SortedSet<string>(StringComparer.Ordinal);
        ids.Add(customer.Id);
    }

    public CustomerEntry this[int key] => byKey[key];

    /// <summary>The customer of an id, whatever its case.</summary>
    public CustomerEntry? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The one customer that an id or a name means.</summary>
    /// <exception cref="ProgressException"><c>CustomerNotFound</c>, <c>CustomerAmbiguous</c>.</exception>
    public CustomerEntry One(string selector)
    {
        var found = Named(selector).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw NotFound(selector),
            _ => throw new ProgressException(
                "CustomerAmbiguous", ErrorKind.Conflict,
                $"'{selector}' is the name of {found.Count} customers: {string.Join(", ", found.Select(c => c.Id))}. Give the id.", selector),
        };
    }

    /// <summary>All customers that ids, names or wildcard patterns mean; all active ones without any.</summary>
    /// <param name="selectors">Ids, names or wildcard patterns.</param>
    /// <param name="includeInactive">Patterns mean also customers who are not active; a name always does.</param>
    /// <exception cref="ProgressException"><c>CustomerNotFound</c>: a selector without wildcards that fits nobody.</exception>
    public IReadOnlyList<CustomerEntry> Select(IReadOnlyCollection<string>? selectors, bool includeInactive = false)
    {
        if (selectors is null or { Count: 0 }) return [.. Active];
        var found = new List<CustomerEntry>();
        foreach (var selector in selectors)
        {
            var pattern = new NamePattern(selector);
            // A name may hold what reads as a wildcard: "Acme [East]".
            var named = Named(selector).ToList();
            if (named.Count == 0 && !pattern.IsPattern) throw NotFound(selector);
            found.AddRange(named);
            if (pattern.IsPattern) found.AddRange((includeInactive ? All : Active).Where(c => pattern.Fits(c.Id) || (c.Name is { } name && pattern.Fits(name))));
        }

        return [.. found.Distinct()];
    }

    public static ProgressException NotFound(string selector) =>
        new("CustomerNotFound", ErrorKind.NotFound, $"There is no customer '{selector}'. Get-Customer lists the customers; New-Customer adds one.", selector);

    /// <summary>Who may be meant by an id, by that of a row of Customer Assets, or by a name.</summary>
    public IReadOnlyList<CustomerEntry> Meant(string text) => [.. Find(text) is null && idByRemote.TryGetValue(text, out var id) ? [byId[id]] : Named(text)];

    /// <summary>An id is a customer's alone; a name may be several's.</summary>
    private IEnumerable<CustomerEntry> Named(string selector) =>
        byId.TryGetValue(selector, out var customer)
            ? [customer]
            : idsByName.GetValueOrDefault(selector, []).Select(id => byId[id]);
}
