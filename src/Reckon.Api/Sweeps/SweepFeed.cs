using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>
/// One sweep, followed for all who watch it: it is asked a few times a second while anybody does, whatever their number.
/// </summary>
internal sealed class SweepFeed(ICoordinatorGrain coordinator, string id, TimeProvider time)
{
    private const int MostEvents = 500; // At once; the rest comes with the next look.
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private TaskCompletionSource<SweepMoment> _next = New();
    private ImmutableArray<SweepEvent> _events = [];
    private int _watchers;
    private Task _looking = Task.CompletedTask;

    /// <summary>The moments of the sweep from now on, until it is over; a slow watcher misses some of them, and never the last.</summary>
    public async IAsyncEnumerable<SweepMoment> MomentsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Task<SweepMoment> next;
        lock (_lock)
        {
            next = _next.Task;
            _watchers++;
            _looking = _looking.IsCompleted ? Task.Run(LookAsync, CancellationToken.None) : _looking;
        }

        try
        {
            SweepMoment moment;
            do
            {
                moment = await next.WaitAsync(cancellationToken);
                next = moment.Next;
                yield return moment;
            }
            while (moment.View.IsRunning || moment.View.Phase == SweepPhase.Stopped);
        }
        finally
        {
            lock (_lock)
            {
                _watchers--;
            }
        }
    }

    private static TaskCompletionSource<SweepMoment> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(_interval, time);
        do
        {
            Publish(await LookOnceAsync());
        }
        while (IsWatched() && await timer.WaitForNextTickAsync());
    }

    private async Task<SweepMoment?> LookOnceAsync()
    {
        try
        {
            _events = _events.AddRange(await coordinator.GetEventsAsync(_events.Length, MostEvents));
            var view = SweepView.Of(id, await coordinator.GetStatusAsync(), time.GetUtcNow());
            return new SweepMoment(view, _events, New());
        }
        catch (Exception cause) when (cause is OrleansException or TimeoutException)
        {
            return null; // The next look may succeed.
        }
    }

    private void Publish(SweepMoment? moment)
    {
        if (moment is null)
        {
            return;
        }

        TaskCompletionSource<SweepMoment> due;
        lock (_lock)
        {
            (due, _next) = (_next, moment.Following);
        }

        due.SetResult(moment);
    }

    private bool IsWatched()
    {
        lock (_lock)
        {
            return _watchers > 0;
        }
    }
}
