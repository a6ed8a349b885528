using System.Collections.Immutable;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Trees;

namespace Reckon.Cli.Results;

/// <summary>Writes the trees of a sweep into its folder, and computes what needs trees.</summary>
internal static class TreesArchive
{
    /// <summary>Writes <paramref name="trees"/> and returns the summaries of their pools; none where the sweep draws no pool.</summary>
    /// <exception cref="ResultsWriteException">They cannot be written.</exception>
    public static async Task<ImmutableArray<PoolSummary>> WriteAsync(
        ResultsFolder folder, SweepSpec spec, IAsyncEnumerable<(string ProblemId, byte[] Member)> trees,
        CancellationToken cancellationToken)
    {
        using var writer = new TreesWriter(folder.Path);
        var pools = new TreePools(spec);
        await foreach (var (problemId, member) in trees.WithCancellation(cancellationToken))
        {
            writer.Add(problemId, member);
            pools.Add(ProblemTreesJson.ReadWithoutSteps(CompressedLines.Read(member)));
        }

        writer.Complete();
        return pools.Build();
    }
}
