namespace Reckon.Coordinator.Routing.Queues;

/// <summary>How long work of each class took lately, from its sending to its answer: a moving mean, in which old times fade.</summary>
internal sealed class ServiceTimes
{
    private const double Weight = 0.125; // Of the newest time: about the last dozen count.

    private readonly Dictionary<WorkClass, TimeSpan> _means = [];

    /// <summary>Notes that work took <paramref name="time"/>.</summary>
    public void Note(WorkClass work, TimeSpan time) =>
        _means[work] = _means.TryGetValue(work, out var mean) ? mean + (Weight * (time - mean)) : time;

    /// <summary>
    /// How long such work took. For a class that was never seen: the longest of its kind. Null when nothing of its kind was seen.
    /// </summary>
    public TimeSpan? Of(WorkClass work) => _means.TryGetValue(work, out var mean)
        ? mean
        : _means.Where(entry => entry.Key.Kind == work.Kind).Select(entry => (TimeSpan?)entry.Value).Max();
}
