using Progress.Store;

namespace Progress.Customers;

/// <summary>How far customers have come.</summary>
public static class CustomerProgresses
{
    /// <summary>One object a customer: all of them in order of id, chosen ones in the order in which they are named.</summary>
    /// <param name="store">The store.</param>
    /// <param name="customers">Ids, names or wildcard patterns; all active customers without any.</param>
    /// <param name="asOf">
    /// As of the end of this day, in the settings' time zone; today without it. What was completed later counts as nothing, neither as
    /// completed nor as active; what is not completed counts as it stands now, for a record does not keep when it was begun or skipped;
    /// so does the current milestone.
    /// </param>
    /// <param name="explain">Fills the explanations.</param>
    /// <exception cref="ProgressException"><c>CustomerNotFound</c>.</exception>
    public static IEnumerable<CustomerProgress> Get(
        ProgressStore store, IReadOnlyCollection<string>? customers = null, IsoTime? asOf = null, bool explain = false) =>
        CustomerReading.Of(store, customers, asOf).Select(state => CustomerRollup.Of(state, explain));
}
