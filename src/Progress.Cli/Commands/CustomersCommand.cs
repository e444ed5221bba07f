using Progress.Customers;

namespace Progress.Cli;

/// <summary><c>customers</c>; Get-CustomerProgress.</summary>
internal sealed class CustomersCommand(Terminal terminal) : ProgressCommand(
    terminal, "customers", "How far each customer has come: milestone, tasks, gains, pace and behaviour.",
    SharedOptions.Customers, SharedOptions.AsOf, SharedOptions.Explain)
{
    protected override int Run(Session session)
    {
        var customers = CustomerProgresses.Get(
            session.ReadStore, session.Get(SharedOptions.Customers), session.Get(SharedOptions.AsOf), session.Get(SharedOptions.Explain)).ToList();
        return session.Result(customers, page => CustomerView.Show(page, customers));
    }
}
