using System.CommandLine;
using Progress.Store;

namespace Progress.Cli;

/// <summary><c>store backup</c>; Backup-ProgressStore.</summary>
internal sealed class StoreBackupCommand(Terminal terminal) : ProgressCommand(
    terminal, "backup", "Copy the store while others use it, and verify the copy.", File, Force)
{
    private static readonly Argument<string> File = new("path") { Description = "The file to write." };
    private static readonly Option<bool> Force = new("--force") { Description = "Overwrite the file." };

    protected override int Run(Session session)
    {
        var copy = StoreBackup.Backup(session.ExistingStore, session.Get(File), session.Get(Force));
        return session.Result(copy, page => StoreCopyView.Show(page, "Backed up", copy));
    }
}
