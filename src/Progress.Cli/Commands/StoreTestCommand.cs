using Progress.Store;

namespace Progress.Cli;

/// <summary><c>store test</c>; Test-ProgressStore.</summary>
internal sealed class StoreTestCommand(Terminal terminal) : ProgressCommand(
    terminal, "test", "Check the store: the file, its references, and that sums equal the ledger.")
{
    private static readonly Table<StoreCheckResult> Checks = new(
        new("Check", c => c.Name), new("Passed", c => c.Passed), new("Detail", c => c.Detail));

    protected override int Run(Session session)
    {
        var test = StoreCheck.Test(session.ExistingStore, session.Cancel);
        return session.Result(test, page => Show(page, test), test.ExitCode);
    }

    private static void Show(Page page, StoreTest test)
    {
        page.Heading($"{test.Path}, version {test.Version}");
        page.Table(test.Checks, Checks);
    }
}
