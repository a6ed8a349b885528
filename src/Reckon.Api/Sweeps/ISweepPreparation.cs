using Reckon.Evaluation.Diagnostics;
using Reckon.Search.Strategies;

namespace Reckon.Api.Sweeps;

/// <summary>Reads sweeps that are handed in, and checks them against the models that the cluster's workers serve.</summary>
public interface ISweepPreparation
{
    /// <summary>The strategies that sweeps may name.</summary>
    StrategyRegistry Strategies { get; }

    /// <summary>The sweep, or everything that is wrong with it.</summary>
    Task<Validated<PreparedSweep>> PrepareAsync(SweepUpload upload, CancellationToken cancellationToken);
}
