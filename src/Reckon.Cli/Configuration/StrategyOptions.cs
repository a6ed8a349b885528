using System.Collections.Immutable;

namespace Reckon.Cli.Configuration;

/// <summary>Which strategies a process knows besides the program's own.</summary>
internal sealed class StrategyOptions
{
    /// <summary>
    /// Paths of assemblies whose strategies sweeps may name, separated by <see cref="ValueKind.FilePaths.Separator"/>. Their code
    /// is run. Default: none.
    /// </summary>
    public string? Plugins { get; set; }

    /// <summary>The paths in <see cref="Plugins"/>.</summary>
    public ImmutableArray<string> PluginPaths => Plugins is null ? [] : ValueKind.FilePaths.Split(Plugins);
}
