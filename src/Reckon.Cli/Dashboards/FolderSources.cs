using Reckon.Dashboard.Sources;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Dashboards;

/// <summary>Opens folders of results for the dashboard. Whoever reaches it may read them.</summary>
internal sealed class FolderSources(IReadOnlyList<string> folders, StrategyRegistry strategies, string? only = null) : ISweepSources
{
    private readonly FolderSource _source = new(folders, strategies, only);

    /// <inheritdoc/>
    public bool HasCallers => false;

    /// <inheritdoc/>
    public ISweepSource Open(string? secret) => _source;
}
