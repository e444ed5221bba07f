namespace Progress.Sync;

/// <summary>How many pages, or batches, records fill.</summary>
internal static class Pages
{
    public static int Of(int records, int size) => (records + size - 1) / size;
}
