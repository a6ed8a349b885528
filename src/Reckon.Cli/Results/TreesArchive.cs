using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Cli.Results;

/// <summary>Writes the trees of a sweep into its folder, and computes what needs trees.</summary>
internal static class TreesArchive
{
    /// <summary>Writes <paramref name="trees"/> and returns what only they tell.</summary>
    /// <exception cref="ResultsWriteException">They cannot be written.</exception>
    public static async Task<TreeFigures> WriteAsync(
        ResultsFolder folder, SweepSpec spec, IAsyncEnumerable<(string ProblemId, byte[] Member)> trees,
        CancellationToken cancellationToken)
    {
        using var writer = new TreesWriter(folder.Path);
        var figures = new TreeFigures(spec);
        await foreach (var (problemId, member) in trees.WithCancellation(cancellationToken))
        {
            writer.Add(problemId, member);
            figures.Add(ProblemTreesJson.Read(CompressedLines.Read(member)));
        }

        writer.Complete();
        return figures;
    }
}
