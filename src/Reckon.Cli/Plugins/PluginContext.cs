using System.Reflection;
using System.Runtime.Loader;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Plugins;

/// <summary>
/// Where a plugin and its dependencies are loaded, separate from the program's own packages: it may use others, or other versions.
/// Both share Reckon.Search, through which they communicate.
/// </summary>
/// <param name="path">The plugin's file; its dependencies are next to it.</param>
internal sealed class PluginContext(string path) : AssemblyLoadContext(Path.GetFileName(path))
{
    private static readonly string? _shared = typeof(ISearchStrategy).Assembly.GetName().Name;

    private readonly AssemblyDependencyResolver _resolver = new(path);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name != _shared && _resolver.ResolveAssemblyToPath(assemblyName) is { } file ? LoadFromAssemblyPath(file) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : 0;
}
