namespace Progress;

/// <summary>What sort of thing went wrong; front doors map it to an error category and an exit code.</summary>
public enum ErrorKind
{
    /// <summary>Input that cannot be used: a file, a field, a value.</summary>
    InvalidData,

    /// <summary>Something that was named does not exist.</summary>
    NotFound,

    /// <summary>Something exists already, or a name fits more than one thing.</summary>
    Conflict,

    /// <summary>Wrong usage or wrong settings.</summary>
    Usage,

    /// <summary>The store cannot be opened, read or written.</summary>
    Store,

    /// <summary>Another instance holds what is needed.</summary>
    Busy,

    /// <summary>A file cannot be read or written.</summary>
    File,

    /// <summary>A remote cannot be reached, or refuses.</summary>
    Remote,
}
