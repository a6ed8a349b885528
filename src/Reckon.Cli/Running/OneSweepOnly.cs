using Reckon.Api.Sweeps;
using Reckon.Evaluation.Diagnostics;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Running;

/// <summary>Takes no sweep in: the process runs the one that it was started for.</summary>
internal sealed class OneSweepOnly(StrategyRegistry strategies) : ISweepPreparation
{
    /// <inheritdoc/>
    public StrategyRegistry Strategies => strategies;

    /// <inheritdoc/>
    public Task<Validated<PreparedSweep>> PrepareAsync(SweepUpload upload, CancellationToken cancellationToken) =>
        Task.FromResult<Validated<PreparedSweep>>(new Validated<PreparedSweep>.Invalid(
            [new Diagnostic("sweep.yaml", 0, 0, "", "this process runs one sweep and takes no other", "Start a cluster with 'reckon up'")]));
}
