using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Evaluation.Documents;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Client;

/// <summary>Trees of a sweep in a cluster. Takes <paramref name="api"/> over.</summary>
internal sealed class ClusterTrees(ApiClient api, string id, StrategyRegistry strategies) : ITreesSource
{
    /// <inheritdoc/>
    public async Task<ShownTrees> ReadAsync(string problem, CancellationToken cancellationToken)
    {
        using (api)
        {
            try
            {
                var sweep = new RemoteSweep(api, id);
                var details = await sweep.DetailsAsync(cancellationToken);
                var record = new SweepRecord(
                    details.SpecHash, SweepDocument.Read(details.Spec.GetRawText(), strategies), AnswerDocument.Read(details.Answers.GetRawText()));
                var lines = await sweep.TreeAsync(problem, cancellationToken);
                return new ShownTrees(record, lines, ProblemTreesJson.Read(lines));
            }
            catch (ApiFailedException cause) when (cause.ExitCode == ExitCode.Unreachable)
            {
                throw new ApiFailedException(
                    [$"There is no folder '{id}' here, so it was taken for the id of a sweep in a cluster.", .. cause.Lines], cause.ExitCode, cause);
            }
        }
    }
}
