namespace Progress.Store;

/// <summary>What a backup or a restore did.</summary>
/// <param name="Path">The file written.</param>
/// <param name="Source">The file read.</param>
/// <param name="Bytes">Size of the file written.</param>
/// <param name="LedgerChecksum">SHA-256 over the ledger, equal in both files.</param>
public sealed record StoreCopy(string Path, string Source, long Bytes, string LedgerChecksum);
