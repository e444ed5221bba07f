using System.Reflection;
using Xunit;

namespace Progress.Tests;

/// <summary>The Pester files of this project, each a row of a theory.</summary>
internal static class PesterFiles
{
    public static string Folder { get; } = typeof(PesterFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "PesterFolder").Value!;

    public static TheoryData<string> In(string room) => [.. All.Where(file => Room(file) == room)];

    public static TheoryData<string> NotIn(params string[] rooms) => [.. All.Where(file => !rooms.Contains(Room(file)))];

    private static IEnumerable<string> All =>
        Directory.EnumerateFiles(Folder, "*.Tests.ps1", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static string Room(string file) => file[..file.IndexOf('/')];
}
