using Reckon.Search.Strategies;

namespace Reckon.Cli.Results;

/// <summary>Trees in a folder of results.</summary>
internal sealed class FolderTrees(string folder, StrategyRegistry strategies) : ITreesSource
{
    /// <inheritdoc/>
    public Task<ShownTrees> ReadAsync(string problem, CancellationToken cancellationToken)
    {
        var sweep = SweepRecord.Read(folder, strategies);
        var trees = TreesReader.Open(folder);
        var entry = trees.Find(problem);
        return Task.FromResult(new ShownTrees(sweep, trees.Lines(entry), trees.Read(entry)));
    }
}
