namespace Reckon.Coordinator.Routing.Queues;

/// <summary>
/// When a worker's rest ends. Each failure sets an alarm, and the next alarm ends the rest. So calls that fail together, as when a worker
/// is lost, do not add up to one long rest: the worker is tried at the times at which calls that fail one after the other would try it.
/// </summary>
internal sealed class RestAlarms
{
    private readonly List<TimeSpan> _alarms = []; // Future ones, in no order.

    /// <summary>When the rest ends, or ended.</summary>
    public TimeSpan Until { get; private set; } = TimeSpan.MinValue;

    /// <summary>Adds an alarm at <paramref name="alarm"/>.</summary>
    public void Rest(TimeSpan now, TimeSpan alarm)
    {
        _alarms.RemoveAll(set => set <= now);
        _alarms.Add(alarm);
        Until = _alarms.Min();
    }
}
