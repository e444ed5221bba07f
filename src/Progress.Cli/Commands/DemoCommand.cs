using System.CommandLine;
using Progress.Customers;
using Progress.Demo;
using Progress.Reps;
using Progress.Store;

namespace Progress.Cli;

/// <summary><c>demo</c>; New-ProgressDemo.</summary>
internal sealed class DemoCommand : ProgressCommand
{
    private const int QuietShown = 5;

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "A new or empty folder; by default a temporary one.", HelpName = "folder", Validators = { OptionRules.NotEmpty },
    };

    public DemoCommand(Terminal terminal)
        : base(terminal, "demo", "Make a store of samples in a new folder, show a team and its customers, and write reports on them.", Out) =>
        Validators.Add(command =>
        {
            if (command.GetResult(SharedOptions.Store) is not null) command.AddError("The demo makes a store of its own; --out names its folder, --store cannot be given.");
        });

    protected override int Run(Session session)
    {
        using var progress = session.Progress();
        var folder = session.Get(Out) ?? Directory.CreateTempSubdirectory("progress-demo-").FullName;
        var demo = ProgressDemo.Create(folder, Path.Combine(AppContext.BaseDirectory, "samples"), progress.Report, session.Cancel);
        progress.Dispose();
        return session.Result(demo, page => Show(page, demo, session.Options()));
    }

    private static void Show(Page page, DemoResult demo, StoreOptions options)
    {
        using var store = ProgressStore.Open(new StoreLocation(demo.StorePath), options);
        var (today, rep) = (new IsoTime(demo.AsOf), demo.FeaturedRep);
        page.Heading($"The team on {today}, the last day of the samples");
        ProgressionView.ShowStanding(page, [.. RepProgressions.Get(store, asOf: today)]);
        ProgressionView.ShowWay(page, [.. RepProgressions.Get(store, [rep], today)]);
        page.Heading("What to train");
        DiagnosisView.Show(page, [.. RepDiagnoses.Get(store, [rep], asOf: today)]);
        page.Heading($"Customers on {new IsoTime(demo.CustomersAsOf)}, the last day of theirs: the {QuietShown} of {demo.Customers} that have been quiet for longest");
        CustomerView.ShowQuiet(page, CustomerProgresses.Get(store, asOf: new IsoTime(demo.CustomersAsOf)), QuietShown);
        page.Heading("Reports");
        foreach (var report in demo.Reports) page.Verbatim(report);
        page.Heading("Try next");
        foreach (var line in Shell(demo.StorePath)) page.Verbatim(line);
        page.Verbatim($"progressctl metrics --rep \"{rep}\" --as-of {today}");
        page.Verbatim($"progressctl reps --rep \"{rep}\" --as-of {today} --explain");
        page.Verbatim($"progressctl leaderboard --by CallToApptRate --as-of {today}");
        page.Verbatim($"progressctl add-activity --rep \"{rep}\" --kind appointment_held --at {today}");
        page.Verbatim($"progressctl recommend --customer {demo.FeaturedCustomer} --as-of {new IsoTime(demo.CustomersAsOf)} --explain");
        page.Verbatim("progressctl import-calls your-call-notes.csv --what-if");
    }

    /// <summary>Makes what is printed below it run as it stands, wherever progressctl was started from.</summary>
    private static string[] Shell(string store)
    {
        var process = Environment.ProcessPath ?? "progressctl";
        var program = Path.GetFileNameWithoutExtension(process) == "dotnet"
            ? $"\"{process}\" \"{Path.Combine(AppContext.BaseDirectory, "progressctl.dll")}\""
            : $"\"{process}\"";
        return OperatingSystem.IsWindows()
            ? [$"$env:{StoreLocation.Variable} = '{store}'", $"function progressctl {{ & {program} @args }}"]
            : [$"export {StoreLocation.Variable}='{store}'", $"alias progressctl='{program}'"];
    }
}
