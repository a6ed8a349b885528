using System.Reflection;
using System.Runtime.Loader;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Plugins;

/// <summary>
/// Where a plugin and what it needs are loaded, apart from the program's own packages: it may use others, or other versions.
/// What plugin and program talk through, Reckon.Search, both share.
/// </summary>
/// <param name="path">The plugin's file; what it needs lies beside it.</param>
internal sealed class PluginContext(string path) : AssemblyLoadContext(Path.GetFileName(path))
{
    private static readonly string? _shared = typeof(ISearchStrategy).Assembly.GetName().Name;

    private readonly AssemblyDependencyResolver _resolver = new(path);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name != _shared && _resolver.ResolveAssemblyToPath(assemblyName) is { } file ? LoadFromAssemblyPath(file) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : 0;
}
