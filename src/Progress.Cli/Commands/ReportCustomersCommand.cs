using Progress.Customers;

namespace Progress.Cli;

/// <summary><c>report customers</c>; New-CustomerReport.</summary>
internal sealed class ReportCustomersCommand(Terminal terminal) : ProgressCommand(
    terminal, "customers", "Write the report on all customers, or on those named, as Markdown, CSV or HTML.",
    ReportOptions.Out, SharedOptions.Customers, ReportOptions.Kind, SharedOptions.AsOf, CsvOptions.Dialect, CsvOptions.Culture)
{
    protected override int Run(Session session) => ReportOptions.Write(
        session, () => CustomerReports.Of(session.ReadStore, session.Get(SharedOptions.Customers), session.Get(SharedOptions.AsOf)));
}
