using System.Collections.Immutable;
using Reckon.Cli.Running;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;

namespace Reckon.System.Tests.Silos;

/// <summary>Drives a sweep through its coordinator, and waits for conditions rather than for times.</summary>
internal sealed class SweepRun(IGrainFactory grains, string id = "some")
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);

    private readonly SweepClient _client = new(grains, id);

    public Task StartAsync(SweepSubmission submission) => _client.StartAsync(submission, TestContext.Current.CancellationToken);

    public Task StopAsync() => _client.StopAsync();

    public Task<SweepStatus> StatusAsync() => _client.StatusAsync();

    public Task<PoolStatus> ProposersAsync() => _client.PoolAsync(SimulatedDevice.ProposerPool);

    /// <summary>Waits until <paramref name="condition"/> holds, and returns the status in which it did.</summary>
    public Task<SweepStatus> UntilAsync(Func<SweepStatus, bool> condition) => UntilAsync(_client.StatusAsync, condition);

    /// <summary>Waits until <paramref name="condition"/> holds for the proposers, and returns the figures in which it did.</summary>
    public Task<PoolStatus> UntilPoolAsync(Func<PoolStatus, bool> condition) => UntilAsync(ProposersAsync, condition);

    /// <summary>Runs to the end and returns the outcome documents.</summary>
    public async Task<ImmutableArray<string>> FinishAsync(SweepSubmission submission)
    {
        await StartAsync(submission);
        await UntilAsync(status => status.Phase == SweepPhase.Finished);
        return [.. await _client.OutcomesAsync(TestContext.Current.CancellationToken).ToListAsync()];
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(_patience);
        using var timer = new PeriodicTimer(_look);
        T status;
        do
        {
            status = await ask();
            if (condition(status))
            {
                return status;
            }
        }
        while (await Tick(timer, patience.Token));

        throw new TimeoutException($"After {_patience.TotalSeconds} s it stands at {status}.");
    }

    /// <summary>Runs to the end and returns all that must be the same in every run.</summary>
    public async Task<SweepBytes> FinishWithTreesAsync(SweepSubmission submission)
    {
        var outcomes = await FinishAsync(submission);
        var trees = await Task.WhenAll(Enumerable.Range(0, submission.Problems.Length)
            .Select(place => _client.TreesAsync(place, TestContext.Current.CancellationToken)));
        return new SweepBytes(outcomes, [.. trees.Select(Convert.ToHexString)]);
    }

    private static async Task<bool> Tick(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
