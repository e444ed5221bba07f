using Dapper;
using Progress.Store;
using Progress.Sync;

namespace Progress.Customers;

/// <summary>Adds, changes and lists customers.</summary>
public static class CustomerDirectory
{
    private const string Entity = "customer";

    /// <summary>Customers in order of id.</summary>
    /// <param name="store">The store.</param>
    /// <param name="selectors">Ids, names or wildcard patterns; all active customers without any.</param>
    /// <param name="includeInactive">Also those made inactive.</param>
    /// <exception cref="ProgressException"><c>CustomerNotFound</c>.</exception>
    public static IReadOnlyList<Customer> List(ProgressStore store, IReadOnlyCollection<string>? selectors = null, bool includeInactive = false)
    {
        var register = CustomerRegister.Load(store);
        var customers = selectors is not { Count: > 0 } && includeInactive ? register.All : register.Select(selectors, includeInactive);
        return [.. customers.Select(c => c.Describe())];
    }

    /// <summary>Adds a customer.</summary>
    /// <exception cref="ProgressException"><c>InvalidCustomerId</c>, <c>CustomerExists</c>, <c>InvalidText</c>, <c>InvalidOption</c>.</exception>
    public static Customer Add(ProgressStore store, NewCustomer customer, bool dryRun = false, CancellationToken cancel = default)
    {
        var check = new FieldCheck();
        customer = new NewCustomer(
            check.CustomerId(customer.CustomerId) ?? "", check.Line("Name", customer.Name), check.Option(TaskOptions.Milestone, customer.CurrentMilestone));
        check.ThrowIfAny();
        return store.Change(
            change =>
            {
                var register = CustomerRegister.Load(store);
                if (register.Find(customer.CustomerId) is { } known)
                    throw new ProgressException(
                        "CustomerExists", ErrorKind.Conflict, $"Customer {known.Id}{(known.Name is { } name ? $" ({name})" : "")} exists. Change it with Set-Customer.", known.Id);
                var added = Insert(change, register, customer).Describe();
                change.Audit(Entity, added.CustomerId, null, added);
                change.Outbox(EntityNames.CustomerAsset, added.CustomerId);
                return added;
            },
            dryRun,
            cancel);
    }

    /// <summary>Changes a customer.</summary>
    /// <exception cref="ProgressException"><c>CustomerNotFound</c>, <c>CustomerAmbiguous</c>, <c>InvalidText</c>, <c>InvalidOption</c>.</exception>
    public static Customer Set(ProgressStore store, string selector, CustomerUpdate update, bool dryRun = false, CancellationToken cancel = default)
    {
        var check = new FieldCheck();
        var (name, milestone) = (check.Line("Name", update.Name), check.Option(TaskOptions.Milestone, update.CurrentMilestone));
        check.ThrowIfAny();
        return store.Change(
            change =>
            {
                var before = CustomerRegister.Load(store).One(selector);
                var after = before with
                {
                    Name = update.Name is null ? before.Name : name,
                    Milestone = update.CurrentMilestone is null ? before.Milestone : milestone,
                    Active = update.Active ?? before.Active,
                };
                if (after == before)
                {
                    change.TakeBack();
                    return after.Describe();
                }

                change.Connection.Execute(
                    "UPDATE customer SET name = @Name, milestone = @Milestone, active = @Active WHERE id = @Key",
                    new { after.Name, after.Milestone, after.Active, after.Key });
                change.Audit(Entity, after.Id, before.Describe(), after.Describe());
                change.Outbox(EntityNames.CustomerAsset, after.Id);
                return after.Describe();
            },
            dryRun,
            cancel);
    }

    /// <summary>Adds a customer whose values are checked, without accounting for it.</summary>
    internal static CustomerEntry Insert(StoreChange change, CustomerRegister register, NewCustomer customer)
    {
        var key = change.Connection.QuerySingle<long>(
            "INSERT INTO customer (code, name, milestone) VALUES (@CustomerId, @Name, @CurrentMilestone) RETURNING id", customer);
        var entry = new CustomerEntry((int)key, customer.CustomerId, customer.Name, customer.CurrentMilestone, Active: true, null);
        register.Put(entry);
        return entry;
    }
}
