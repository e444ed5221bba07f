namespace Progress.Bench;

/// <summary>The module in PowerShell, beside PowerShell alone and its own CSV cmdlets.</summary>
internal static class ModuleBench
{
    private const int Runs = 11;

    public static void Run(string folder)
    {
        var module = Path.GetFullPath(Path.Combine("out", "Progress", "Progress.psd1"));
        if (!File.Exists(module))
        {
            Console.WriteLine("\nThe module is not laid out (./build.ps1): its rows are left out.");
            return;
        }

        Start(module);
        Csv(module, folder);
    }

    private static void Start(string module)
    {
        // Alternating, so that what else the machine does meets both alike.
        List<Measured> bare = [], with = [];
        for (var i = 0; i < Runs; i++)
        {
            bare.Add(Shell("1"));
            with.Add(Shell($"Import-Module '{module}'"));
        }

        var (alone, loaded) = (Median(bare), Median(with));
        ProgressionBench.Row("pwsh with Import-Module", loaded, "pwsh -NoProfile", alone, $"≤ 60 ms more: {(loaded.Seconds - alone.Seconds) * 1000:0} ms");
    }

    private static void Csv(string module, string folder)
    {
        var (csv, db, target) = (Path.Combine(folder, "some.csv"), Path.Combine(folder, "shell.db"), Path.Combine(folder, "shell.csv"));
        var import = Shell($"Import-Module '{module}'; Import-CallNote '{csv}' -Store '{db}'");
        ProgressionBench.Row("Import-CallNote, 100,000 notes", import, "Import-Csv, to objects alone", Shell($"$null = Import-Csv '{csv}'"), "");
        var export = Shell($"Import-Module '{module}'; Get-CallNote -Store '{db}' | Export-ProgressCsv '{target}'");
        ProgressionBench.Row("Get-CallNote | Export-ProgressCsv", export, "Import-Csv | Export-Csv", Shell($"Import-Csv '{csv}' | Export-Csv '{target}.2'"), "");
    }

    private static Measured Shell(string command) => Measured.Run("pwsh", "-NoProfile", "-NonInteractive", "-Command", command);

    private static Measured Median(List<Measured> runs) => runs.OrderBy(r => r.Seconds).ElementAt(runs.Count / 2);
}
