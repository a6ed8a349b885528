using System.Collections.Concurrent;
using Reckon.Cli.Client;
using Reckon.Dashboard.Sources;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Dashboards;

/// <summary>Opens a cluster's API for the dashboard, for each caller with their own token.</summary>
/// <param name="connect">A client of the API with a secret, or without.</param>
/// <param name="secret">The secret that is used for everybody; null where callers have their own.</param>
/// <param name="strategies">The strategies that sweeps may name.</param>
/// <param name="time">The time.</param>
internal sealed class ApiSources(Func<string?, ApiClient> connect, string? secret, StrategyRegistry strategies, TimeProvider time) : ISweepSources
{
    private const int MostKept = 256;

    private readonly ConcurrentDictionary<string, ApiSource> _sources = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool HasCallers => secret is null;

    /// <inheritdoc/>
    public ISweepSource Open(string? ofCaller)
    {
        if (_sources.Count >= MostKept)
        {
            _sources.Clear(); // Somebody guesses secrets; the true ones are opened again.
        }

        return _sources.GetOrAdd(secret ?? ofCaller ?? "", key =>
            new ApiSource(connect(key.Length == 0 ? null : key), strategies, time));
    }
}
