using Progress.Reports;
using Progress.Store;

namespace Progress.Cli;

/// <summary>Shows what a backup or a restore did.</summary>
internal static class StoreCopyView
{
    public static void Show(Page page, string done, StoreCopy copy)
    {
        page.Verbatim($"{done} {copy.Source} to {copy.Path}");
        page.Facts(new("Bytes", copy.Bytes), new("Ledger checksum", copy.LedgerChecksum, ReportFormat.Text));
    }
}
