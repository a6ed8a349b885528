using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;

namespace Reckon.Api.Sweeps;

/// <summary>Hands sweeps to the cluster.</summary>
internal static class SweepGateway
{
    private const int ChunksAtOnce = 8; // Enough to hide the time of a call.

    /// <summary>Hands a sweep in and starts it. Repeating it changes nothing.</summary>
    public static async Task StartAsync(
        ICoordinatorGrain coordinator, PreparedSweep sweep, SweepUpload upload, SweepOrder order, CancellationToken cancellationToken)
    {
        if (await coordinator.GetStatusAsync() is { Phase: SweepPhase.Finished, TrialsFailed: 0 } done
            && done.SpecHash == sweep.Terms.SpecHash)
        {
            return;
        }

        var terms = upload.Amend && await coordinator.GetTermsAsync() is { } known && known.SpecHash != sweep.Terms.SpecHash
            ? sweep.Terms with { Amends = $"{known.SpecHash} {known.Amends}".TrimEnd() }
            : sweep.Terms;

        await Parallel.ForEachAsync(
            sweep.Problems.Chunk(SweepStart.ChunkSize).Index(),
            new ParallelOptions { MaxDegreeOfParallelism = ChunksAtOnce, CancellationToken = cancellationToken },
            async (chunk, ended) => await coordinator.AddProblemsAsync(terms, chunk.Index, [.. chunk.Item]).WaitAsync(ended));
        var start = new SweepStart(terms, sweep.Problems.Length, order)
        {
            Manifest = ManifestJson.Write(sweep.Manifest),
            Priority = upload.Priority,
            KeepFor = upload.KeepHours is { } hours ? TimeSpan.FromHours(hours) : null,
        };
        await coordinator.StartAsync(start, cancellationToken);
    }
}
