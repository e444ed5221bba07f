using System.Management.Automation;

namespace Progress.Commands;

/// <summary>Core's errors as PowerShell knows them.</summary>
internal static class Faults
{
    public static ErrorRecord Record(ProgressException error) => new(error, error.Id, Category(error.Kind), error.Target);

    private static ErrorCategory Category(ErrorKind kind) => kind switch
    {
        ErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ErrorKind.Conflict => ErrorCategory.ResourceExists,
        ErrorKind.Usage => ErrorCategory.InvalidArgument,
        ErrorKind.Store => ErrorCategory.ResourceUnavailable,
        ErrorKind.Busy => ErrorCategory.ResourceBusy,
        ErrorKind.File => ErrorCategory.OpenError,
        ErrorKind.Remote => ErrorCategory.ConnectionError,
        _ => ErrorCategory.InvalidData,
    };
}
