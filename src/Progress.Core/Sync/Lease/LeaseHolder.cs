using System.ComponentModel;
using System.Diagnostics;
using Progress.Store;

namespace Progress.Sync;

/// <summary>A process that may hold a lease: its number comes again, its start does not.</summary>
/// <param name="Machine">The machine that it runs on.</param>
/// <param name="Process">Its number there.</param>
/// <param name="Started">When it began, in ms since 1970.</param>
internal sealed record LeaseHolder(string Machine, long Process, long Started)
{
    // Systems tell the start of a process by way of the time since they were started, and not twice the same.
    private const long Tolerance = 2_000;

    /// <summary>This process.</summary>
    public static LeaseHolder Current { get; } = new(Environment.MachineName, Environment.ProcessId, StartOf(Environment.ProcessId) ?? 0);

    /// <summary>Whether it surely runs no more; of other machines nobody knows.</summary>
    public bool IsGone
    {
        get
        {
            if (Machine != Current.Machine) return false;
            try
            {
                return StartOf((int)Process) is not { } start || Math.Abs(start - Started) > Tolerance;
            }
            catch (Win32Exception)
            {
                // There is one, and it is another user's.
                return false;
            }
        }
    }

    private static long? StartOf(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return found.StartTime.ToUniversalTime().ToMs();
        }
        catch (Exception none) when (none is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
