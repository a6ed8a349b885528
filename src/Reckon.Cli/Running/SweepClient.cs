using System.Collections.Immutable;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;

namespace Reckon.Cli.Running;

/// <summary>One sweep, as a client sees it. Uses grains only, so it works with a cluster in this process or elsewhere.</summary>
internal sealed class SweepClient(IGrainFactory grains, string sweepId)
{
    // An outcome has about 700 bytes: with a hundred trials per problem, a page has about a megabyte.
    private const int ProblemsPerPage = 16;

    private readonly ICoordinatorGrain _coordinator = grains.GetGrain<ICoordinatorGrain>(sweepId);

    /// <summary>Starts the sweep, or resumes it.</summary>
    public Task StartAsync(SweepSubmission submission, CancellationToken cancellationToken) =>
        _coordinator.StartAsync(submission, cancellationToken);

    /// <summary>Asks the sweep to stop; what is finished stays.</summary>
    public Task StopAsync() => _coordinator.StopAsync();

    /// <summary>How far the sweep is.</summary>
    public Task<SweepStatus> StatusAsync() => _coordinator.GetStatusAsync();

    /// <summary>The totals of a pool.</summary>
    public Task<PoolStatus> PoolAsync(string pool) => grains.GetGrain<IPoolGrain>(pool).GetStatusAsync();

    /// <summary>The trees of the problem at <paramref name="place"/>, from 0, as a member of a gzip file.</summary>
    public Task<byte[]> TreesAsync(int place, CancellationToken cancellationToken) => _coordinator.GetTreesAsync(place, cancellationToken);

    /// <summary>The documents of all outcomes, in the order of problems and trials.</summary>
    public async Task<ImmutableArray<string>> OutcomesAsync()
    {
        var outcomes = ImmutableArray.CreateBuilder<string>();
        for (var skip = 0; ; skip += ProblemsPerPage)
        {
            var page = await _coordinator.GetOutcomesAsync(skip, ProblemsPerPage);
            outcomes.AddRange(page.Outcomes);
            if (page.IsLast)
            {
                return outcomes.ToImmutable();
            }
        }
    }
}
