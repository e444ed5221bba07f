using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace Progress.Loader;

/// <summary>Answers PowerShell's question for Progress.Core, and for nothing else, before the cmdlets are read.</summary>
public sealed class ModuleLoader : IModuleAssemblyInitializer
{
    private const string Core = "Progress.Core";

    private static readonly Lazy<Assembly> Loaded = new(Load);
    private static int isHooked;

    /// <summary>Called whenever a runspace imports the module.</summary>
    /// <remarks>Never unhooked: the cmdlets' assembly cannot be unloaded, and another runspace may still need the answer.</remarks>
    public void OnImport()
    {
        if (Interlocked.Exchange(ref isHooked, 1) == 0)
            AssemblyLoadContext.Default.Resolving += static (_, name) => name.Name == Core ? Loaded.Value : null;
    }

    private static Assembly Load()
    {
        var folder = Path.GetDirectoryName(typeof(ModuleLoader).Assembly.Location)!;
        var path = Path.Combine(folder, "core", Core + ".dll");
        return new CoreLoadContext(path).LoadFromAssemblyPath(path);
    }
}
