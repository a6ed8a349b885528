using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>Hands sweeps to the cluster.</summary>
internal static class SweepGateway
{
    private const int ChunksAtOnce = 8; // Enough to hide the time of a call.

    /// <summary>Hands a sweep in and starts it. Repeating it changes nothing.</summary>
    public static async Task StartAsync(
        ICoordinatorGrain coordinator, PreparedSweep sweep, SweepUpload upload, SweepOrder order, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(
            sweep.Problems.Chunk(SweepStart.ChunkSize).Index(),
            new ParallelOptions { MaxDegreeOfParallelism = ChunksAtOnce, CancellationToken = cancellationToken },
            async (chunk, ended) => await coordinator.AddProblemsAsync(sweep.Terms, chunk.Index, [.. chunk.Item]).WaitAsync(ended));
        var start = new SweepStart(sweep.Terms, sweep.Problems.Length, order)
        {
            Priority = upload.Priority,
            KeepFor = upload.KeepHours is { } hours ? TimeSpan.FromHours(hours) : null,
        };
        await coordinator.StartAsync(start, cancellationToken);
    }
}
