using System.Runtime.CompilerServices;
using Reckon.Cli.Progress;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Text;
using Reckon.Search.Costs;
using Reckon.Search.Running;

namespace Reckon.Cli.Running;

/// <summary>Follows a sweep by polling its status a few times per second.</summary>
internal sealed class SweepWatch(SweepClient client, SweepInputs inputs, TimeProvider time)
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(200);

    private SweepTerms Terms => inputs.Submission.Terms;

    /// <summary>The sweep's progress, repeatedly, until it is finished.</summary>
    public async IAsyncEnumerable<SweepProgress> UpdatesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var timer = new PeriodicTimer(_interval, time);
        SweepStatus status;
        do
        {
            status = await client.StatusAsync().WaitAsync(cancellationToken);
            var pool = await client.PoolAsync(Terms.ProposerPool).WaitAsync(cancellationToken);
            yield return Progress(status, pool, time.GetElapsedTime(started));
        }
        while (status.Phase == SweepPhase.Running && await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>
    /// What the devices did in <paramref name="wall"/>; <paramref name="isRepeatable"/> is what they reported when they opened the
    /// models.
    /// </summary>
    public async Task<Timing> TimingAsync(TimeSpan wall, bool isRepeatable)
    {
        var proposer = await client.PoolAsync(Terms.ProposerPool);
        var verifier = Terms.VerifierPool is { } judges ? (await client.PoolAsync(judges)).Workload : null;
        var servers = (await client.StatusAsync()).ServerUsage;
        var work = proposer.Workload;
        var computed = new Cost(0, work.PrefilledTokens + work.ReplayedTokens, work.GeneratedTokens, verifier?.JudgedTokens ?? 0);
        return new Timing(
            wall.TotalSeconds,
            work.GeneratedTokens,
            work.ReplayedTokens,
            computed.VerifierTokens,
            work.GeneratedTokens / wall.TotalSeconds,
            work.ModelTime.TotalSeconds,
            verifier?.ModelTime.TotalSeconds ?? 0,
            Environment.ProcessorCount,
            proposer.Workers,
            isRepeatable)
        {
            PrefilledTokens = work.PrefilledTokens,
            CachedTokens = work.RestoredTokens,
            VerifierCachedTokens = verifier?.RestoredTokens ?? 0,
            ServerUsage = servers == default ? null : servers,
            ProposerFlops = computed.ProposerFlops(Terms.Price.Sizes),
            Flops = computed.Flops(Terms.Price.Sizes),
        };
    }

    private SweepProgress Progress(SweepStatus status, PoolStatus pool, TimeSpan elapsed) => new(
        status.TrialsDone,
        inputs.Trials,
        [.. inputs.Spec.Selectors.Zip(status.Correct, (selector, correct) => new SelectionProgress(SelectorName.Of(selector), correct))],
        pool.Workload.GeneratedTokens,
        elapsed,
        pool.Workers,
        pool.Waiting,
        new SweepWork(status.Work, status.RestoredWork, inputs.Work));
}
