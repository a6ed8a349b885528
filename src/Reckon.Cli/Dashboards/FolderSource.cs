using System.Collections.Immutable;
using Reckon.Cli.Results;
using Reckon.Contracts.Sweeps;
using Reckon.Dashboard.Problems;
using Reckon.Dashboard.Sources;
using Reckon.Evaluation.Trees;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Dashboards;

/// <summary>Sweeps in folders of results: each folder that is named, and those directly below it.</summary>
/// <param name="folders">The folders.</param>
/// <param name="strategies">The strategies that sweeps may name.</param>
/// <param name="only">The id of the only sweep, in the only folder; null where sweeps are called as their folders are.</param>
internal sealed class FolderSource(IReadOnlyList<string> folders, StrategyRegistry strategies, string? only = null) : ISweepSource
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<string, ResultsReader> _readers = ImmutableDictionary<string, ResultsReader>.Empty;

    /// <inheritdoc/>
    public bool IsLive => false;

    /// <inheritdoc/>
    public Task<Caller> CallerAsync(CancellationToken cancellationToken) => Task.FromResult(new Caller("", false));

    /// <inheritdoc/>
    public Task<ImmutableArray<SweepState>> ListAsync(CancellationToken cancellationToken) => Task.FromResult(
        ImmutableArray.CreateRange(Readers().Values.Select(reader => reader.State()).OrderByDescending(sweep => sweep.Created)));

    /// <inheritdoc/>
    public Task<SweepPicture> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Reader(id).Picture());

    /// <inheritdoc/>
    public Task<ProblemTable> ProblemsAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Reader(id).Problems());

    /// <inheritdoc/>
    public Task<ProblemTrees?> TreesAsync(string id, string problem, CancellationToken cancellationToken) =>
        Task.FromResult<ProblemTrees?>(Reader(id).Trees(problem));

    /// <inheritdoc/>
    public Task<ImmutableArray<SweepEvent>> EventsAsync(string id, CancellationToken cancellationToken) => throw NotLive();

    /// <inheritdoc/>
    public Task<ClusterPicture> ClusterAsync(CancellationToken cancellationToken) => throw NotLive();

    /// <inheritdoc/>
    public Task OrderAsync(string id, SweepRequest request, CancellationToken cancellationToken) => throw NotLive();

    /// <inheritdoc/>
    public IAsyncEnumerable<SweepState> ChangesAsync(string id, CancellationToken cancellationToken) => throw NotLive();

    private static SourceException NotLive() => new(SourceFault.Missing, "These are folders of results; no cluster is behind them.");

    private ResultsReader Reader(string id) => Readers().TryGetValue(id, out var reader)
        ? reader
        : throw new SourceException(SourceFault.Missing, "There is no such sweep here.");

    // Folders come and go; what was read of one stays.
    private ImmutableDictionary<string, ResultsReader> Readers()
    {
        var readers = ImmutableDictionary.CreateBuilder<string, ResultsReader>(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var folder in folders.SelectMany(Below).Distinct())
            {
                var id = only ?? Path.GetFileName(folder);
                var isKnown = _readers.TryGetValue(id, out var known) && known.Folder == folder;
                readers.TryAdd(id, isKnown ? known! : new ResultsReader(id, folder, strategies));
            }

            return _readers = readers.ToImmutable();
        }
    }

    private static IEnumerable<string> Below(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return new[] { full }.Concat(Directory.Exists(full) ? Directory.EnumerateDirectories(full) : [])
            .Where(path => File.Exists(Path.Combine(path, ResultsFolder.SweepFileName)));
    }
}
