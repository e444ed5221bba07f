namespace Progress.Tests;

/// <summary>Whether tests run as large as the requirements say, which takes minutes: <c>PROGRESS_FULL=1</c>.</summary>
internal static class FullSize
{
    public static bool Is { get; } = Environment.GetEnvironmentVariable("PROGRESS_FULL") == "1";
}
