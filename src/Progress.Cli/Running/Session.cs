using System.CommandLine;
using Progress.Json;
using Progress.Settings;
using Progress.Store;
using Progress.Sync;

namespace Progress.Cli;

/// <summary>One run of a command: its arguments, its store, and where its result goes.</summary>
internal sealed class Session(ParseResult parsed, Terminal terminal) : IDisposable
{
    private ProgressStore? store;

    public CancellationToken Cancel => terminal.Cancel;

    public StoreLocation Location { get; } =
        parsed.GetValue(SharedOptions.Store) is { } path ? new StoreLocation(Path.GetFullPath(path)) : StoreLocation.Default();

    /// <summary>The store, opened when it is needed first, and made where it does not exist.</summary>
    public ProgressStore Store => Open(mustExist: false);

    /// <summary>The store, where a new one would be of no use.</summary>
    public ProgressStore ExistingStore => Open(mustExist: true);

    /// <summary>The store to read from; one that is named must exist.</summary>
    public ProgressStore ReadStore => Open(mustExist: parsed.GetValue(SharedOptions.Store) is not null);

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    public T Get<T>(Argument<T> argument) => parsed.GetRequiredValue(argument);

    /// <summary>An argument that may be left out.</summary>
    public T? Given<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>Who is at work; the time zone is still the default.</summary>
    public StoreOptions Options() => new()
    {
        Command = Usage.NameOf(parsed.CommandResult),
        Reason = parsed.GetValue(SharedOptions.Reason),
    };

    /// <summary>The network; with <c>--debug</c> every request is told on standard error.</summary>
    public SyncHost Remote() => SyncHost.Default with { Trace = parsed.GetValue(SharedOptions.Debug) ? terminal.Error.WriteLine : null };

    /// <summary>Prints what comes one by one, each as soon as it is there: as JSON a line, or as <paramref name="show"/> shows it to people.</summary>
    public IEnumerable<T> Each<T>(IEnumerable<T> results, Action<Page, T> show)
    {
        foreach (var result in results)
        {
            if (parsed.GetValue(SharedOptions.Json)) OutputJson.WriteLine(terminal.Out, result);
            else show(new Page(terminal), result);
            terminal.Out.Flush();
            yield return result;
        }
    }

    /// <summary>Work that ends in an orderly way by itself may take so long after Ctrl+C.</summary>
    public void EndWithin(TimeSpan grace) => terminal.EndWithin(grace);

    /// <summary>A progress bar for work that may take long.</summary>
    public ProgressLine Progress() => new(terminal);

    /// <summary>Prints the result: as JSON, or as <paramref name="show"/> shows it to people.</summary>
    public int Result<T>(T result, Action<Page> show, int exitCode = ExitCode.Done)
    {
        if (parsed.GetValue(SharedOptions.Json)) OutputJson.Write(terminal.Out, result);
        else show(new Page(terminal));
        return exitCode;
    }

    public void Dispose() => store?.Dispose();

    private ProgressStore Open(bool mustExist)
    {
        if (store is not null) return store;
        var settings = Settings();
        return store = ProgressStore.Open(Location, Options() with { TimeZone = settings.TimeZone, Customers = settings.Customers, MustExist = mustExist });
    }

    private ProgressSettings Settings() => SettingsStore.Load(Environment.CurrentDirectory, Location.Folder).Settings;
}
