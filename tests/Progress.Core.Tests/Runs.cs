namespace Progress.Tests;

/// <summary>How many cases a property tries: few by default, many where <c>PROGRESS_FULL</c> is 1.</summary>
internal static class Runs
{
    public static int Of(int few, int many) => Environment.GetEnvironmentVariable("PROGRESS_FULL") == "1" ? many : few;
}
