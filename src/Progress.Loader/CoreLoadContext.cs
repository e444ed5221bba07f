using System.Reflection;
using System.Runtime.Loader;

namespace Progress.Loader;

/// <summary>Where Progress.Core and what it depends on live, apart from PowerShell's own assemblies and those of other modules.</summary>
internal sealed class CoreLoadContext(string corePath) : AssemblyLoadContext("Progress")
{
    private readonly AssemblyDependencyResolver resolver = new(corePath);

    protected override Assembly? Load(AssemblyName name) =>
        resolver.ResolveAssemblyToPath(name) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string name) =>
        resolver.ResolveUnmanagedDllToPath(name) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
