using System.Runtime.CompilerServices;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Sweeps;

namespace Reckon.Cli.Running;

/// <summary>One sweep, as a client sees it. Uses grains only, so it works with a cluster in this process or elsewhere.</summary>
internal sealed class SweepClient(IGrainFactory grains, string sweepId)
{
    private const int ChunksAtOnce = 8; // Enough to hide the time of a call.
    private static readonly SweepOrder _order = new("reckon run");

    private readonly ICoordinatorGrain _coordinator = grains.GetGrain<ICoordinatorGrain>(sweepId);

    /// <summary>Hands the sweep's problems in and starts it, or resumes it.</summary>
    public Task StartAsync(SweepSubmission submission, CancellationToken cancellationToken) => StartAsync(submission, "", cancellationToken);

    /// <summary>The same, with what a summary says besides its numbers: see <see cref="SweepStart.Manifest"/>.</summary>
    public async Task StartAsync(SweepSubmission submission, string manifest, CancellationToken cancellationToken)
    {
        var (terms, problems) = submission;
        await Parallel.ForEachAsync(
            problems.Chunk(SweepStart.ChunkSize).Index(),
            new ParallelOptions { MaxDegreeOfParallelism = ChunksAtOnce, CancellationToken = cancellationToken },
            async (chunk, ended) => await _coordinator.AddProblemsAsync(terms, chunk.Index, [.. chunk.Item]).WaitAsync(ended));
        await _coordinator.StartAsync(new SweepStart(terms, problems.Length, _order) { Manifest = manifest }, cancellationToken);
    }

    /// <summary>Asks the sweep to stop; what is finished stays.</summary>
    public Task StopAsync() => _coordinator.StopAsync(_order);

    /// <summary>How far the sweep is.</summary>
    public Task<SweepStatus> StatusAsync() => _coordinator.GetStatusAsync();

    /// <summary>The totals of a pool.</summary>
    public Task<PoolStatus> PoolAsync(string pool) => grains.GetGrain<IPoolGrain>(pool).GetStatusAsync();

    /// <summary>The trees of the problem at <paramref name="place"/>, from 0, as a member of a gzip file.</summary>
    public Task<byte[]> TreesAsync(int place, CancellationToken cancellationToken) => _coordinator.GetTreesAsync(place, cancellationToken);

    /// <summary>The documents of all outcomes, in the order of problems and trials, a page at a time.</summary>
    public async IAsyncEnumerable<string> OutcomesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (OutcomeCursor? next = new OutcomeCursor(); next is { } from;)
        {
            var page = await _coordinator.GetOutcomesAsync(from).WaitAsync(cancellationToken);
            foreach (var outcome in page.Outcomes)
            {
                yield return outcome;
            }

            next = page.Next;
        }
    }
}
