using System.CommandLine;
using Progress.Store;

namespace Progress.Cli;

/// <summary><c>store restore</c>; Restore-ProgressStore.</summary>
internal sealed class StoreRestoreCommand(Terminal terminal) : ProgressCommand(
    terminal, "restore", "Replace the store's contents by a verified backup; the store gets a new device id.",
    File, SharedOptions.Reason, SharedOptions.WhatIf)
{
    private static readonly Argument<string> File = new("path") { Description = "The backup." };

    protected override int Run(Session session)
    {
        var copy = StoreBackup.Restore(session.Store, session.Get(File), session.Get(SharedOptions.WhatIf));
        return session.Result(copy, page => StoreCopyView.Show(page, session.Get(SharedOptions.WhatIf) ? "Would restore" : "Restored", copy));
    }
}
