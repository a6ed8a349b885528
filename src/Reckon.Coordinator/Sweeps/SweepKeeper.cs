using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Stores;

namespace Reckon.Coordinator.Sweeps;

/// <summary>
/// Keeps sweeps going, with nobody asking: when this silo starts, at every change of the membership, and in any case from time to time, it
/// has those that run loaded, and deletes those that were kept long enough. Every coordinator silo does so; doing it twice changes nothing.
/// </summary>
internal sealed class SweepKeeper(
    SweepIndex index, IClusterMembershipService membership, IGrainFactory grains, TimeProvider time, ILogger<SweepKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1); // Until the silo and its store answer.
    private static readonly SweepOrder _retention = new("coordinator", "it was kept as long as it should be");

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var seen = membership.CurrentSnapshot.Version;
            var isDone = await TryPassAsync(stoppingToken);
            await WaitAsync(seen, isDone ? _interval : _pause, stoppingToken);
        }
    }

    // True if every sweep was reached.
    private async Task<bool> TryPassAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reached = await Task.WhenAll((await index.ListAsync()).Select(entry => TryKeepAsync(entry, cancellationToken)));
            return reached.All(isReached => isReached);
        }
        catch (Exception cause)
        {
            logger.LogDebug(cause, "The list of sweeps cannot be read yet");
            return false;
        }
    }

    private async Task<bool> TryKeepAsync(SweepEntry entry, CancellationToken cancellationToken)
    {
        var sweep = grains.GetGrain<ICoordinatorGrain>(entry.Id);
        try
        {
            if (entry.Phase == SweepPhase.Running)
            {
                await sweep.EnsureOpenAsync().WaitAsync(cancellationToken);
            }
            else if (entry.IsExpired(time.GetUtcNow()))
            {
                await sweep.DeleteAsync(_retention).WaitAsync(cancellationToken);
            }

            return true;
        }
        catch (Exception cause)
        {
            logger.LogDebug(cause, "The sweep {Sweep} cannot be reached yet", entry.Id);
            return false;
        }
    }

    private async Task WaitAsync(MembershipVersion seen, TimeSpan most, CancellationToken stoppingToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        waiting.CancelAfter(most);
        try
        {
            await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(waiting.Token))
            {
                if (snapshot.Version > seen)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It is time to look again, or to stop.
        }
    }
}
