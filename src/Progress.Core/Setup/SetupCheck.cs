using Dapper;
using Progress.Reps;
using Progress.Settings;
using Progress.Store;
using Progress.Sync;

namespace Progress.Setup;

/// <summary>The doctor: looks at everything that Progress needs, and says what to do next.</summary>
public static class SetupCheck
{
    /// <summary>Looks at settings, time zone, store, rules, reps, calls and connections; never throws for what it finds.</summary>
    /// <param name="location">The store in use.</param>
    /// <param name="currentFolder">Where settings are looked for first.</param>
    /// <param name="options">Who is at work.</param>
    /// <param name="host">The environment, in which keys are looked for; the process's by default.</param>
    public static SetupTest Run(StoreLocation location, string currentFolder, StoreOptions options, SyncHost? host = null)
    {
        List<SetupFinding> findings = [.. Settings(location, currentFolder), .. Store(location, options, host ?? SyncHost.Default)];
        return new SetupTest(findings.All(f => f.Status != SetupStatus.Problem), findings);
    }

    private static IEnumerable<SetupFinding> Settings(StoreLocation location, string currentFolder)
    {
        SettingsFile file;
        try
        {
            file = SettingsStore.Load(currentFolder, location.Folder);
        }
        catch (ProgressException error)
        {
            return [new SetupFinding("settings", SetupStatus.Problem, error.Message, "Correct the file; Get-ProgressSetting lists what is allowed.")];
        }

        return
        [
            new SetupFinding("settings", SetupStatus.Ok, file.Path ?? "no file: the defaults hold", null),
            file.Path is null
                ? new SetupFinding("time zone", SetupStatus.Warning, $"{file.Settings.TimeZone}, the default", "Set-ProgressSetting timeZone Europe/Berlin, or your own zone.")
                : new SetupFinding("time zone", SetupStatus.Ok, file.Settings.TimeZone, null),
        ];
    }

    private static List<SetupFinding> Store(StoreLocation location, StoreOptions options, SyncHost host)
    {
        // To look is not to make.
        if (!File.Exists(location.Path) && !Directory.Exists(location.Path))
            return [new SetupFinding("store", SetupStatus.Warning, $"there is none yet at {location}", "New-Rep or Import-CallNote makes it; -Store or PROGRESS_STORE names another.")];
        try
        {
            using var store = ProgressStore.Open(location, options);
            var test = StoreCheck.Test(store);
            var faults = test.Checks.Where(c => !c.Passed).Select(c => $"{c.Name}: {c.Detail}").ToList();
            if (faults.Count > 0)
                return [new SetupFinding("store", SetupStatus.Problem, $"{location}: {string.Join("; ", faults)}", "Restore-ProgressStore brings back a backup.")];
            return
            [
                store.CanWrite
                    ? new SetupFinding("store", SetupStatus.Ok, $"{location}, version {test.Version}", null)
                    : new SetupFinding("store", SetupStatus.Warning, $"{location} can only be read", "Give yourself write access to the file and its folder."),
                Rules(store),
                Reps(store),
                Calls(store),
                .. ConnectionFindings.Of(store, host),
            ];
        }
        catch (ProgressException error)
        {
            return [new SetupFinding("store", SetupStatus.Problem, error.Message, $"Name another store with -Store or {StoreLocation.Variable}.")];
        }
    }

    private static SetupFinding Rules(ProgressStore store)
    {
        var now = ProgressionRules.InForce(store);
        return now.DepartsFromSeed.Count == 0
            ? new SetupFinding("rules", SetupStatus.Ok, $"rule set {now.Id}, \"{now.Name}\"", null)
            : new SetupFinding(
                "rules", SetupStatus.Warning, $"rule set {now.Id}, \"{now.Name}\", departs from the seed in {now.DepartsFromSeed.Count} figures",
                "Get-ProgressionRule lists them.");
    }

    private static SetupFinding Reps(ProgressStore store)
    {
        var reps = RepRegister.Load(store).Active.ToList();
        var unnamed = reps.Count(r => r.Name is null);
        return reps.Count == 0
            ? new SetupFinding("reps", SetupStatus.Warning, "none yet", "New-Rep adds one; Import-CallNote creates those that calls name.")
            : unnamed > 0
                ? new SetupFinding("reps", SetupStatus.Warning, $"{reps.Count}, of which {unnamed} have no name yet", "Set-Rep -Name and -TimeZone complete them.")
                : new SetupFinding("reps", SetupStatus.Ok, $"{reps.Count}", null);
    }

    private static SetupFinding Calls(ProgressStore store)
    {
        var (all, unattributed) = store.Read(c => c.QuerySingle<(long, long)>("SELECT count(*), count(*) - count(rep) FROM call"));
        return unattributed == 0
            ? new SetupFinding("calls", SetupStatus.Ok, FormattableString.Invariant($"{all:N0}"), null)
            : new SetupFinding(
                "calls", SetupStatus.Warning, FormattableString.Invariant($"{all:N0}, of which {unattributed:N0} are credited to nobody"),
                "Get-CallNote -Unattributed lists them; Set-CallNote -Rep credits them.");
    }
}
