namespace Reckon.Worker;

/// <summary>
/// Shares the time that a model runs evenly among the children that are at it at the time, those that wait there included. So all shares
/// together are the time that it ran while anybody asked something of it. Safe for any number of threads.
/// </summary>
internal sealed class SharedTime
{
    private readonly Lock _lock = new();
    private int _children; // Guarded by the lock, with all below.
    private double _ran; // Seconds, when last heard of.
    private double _ofEach; // Seconds that a child would have had that had been there always.

    /// <summary>Children come; returns what <see cref="Leave"/> takes.</summary>
    /// <param name="children">How many, at least 0.</param>
    /// <param name="ran">Seconds that the model has run so far.</param>
    public double Enter(int children, double ran)
    {
        lock (_lock)
        {
            Share(ran);
            _children += children;
            return _ofEach;
        }
    }

    /// <summary>They leave; returns their share of the time since they came, in seconds.</summary>
    /// <param name="children">How many came.</param>
    /// <param name="ran">Seconds that the model has run so far.</param>
    /// <param name="entered">What <see cref="Enter"/> returned.</param>
    public double Leave(int children, double ran, double entered)
    {
        lock (_lock)
        {
            Share(ran);
            _children -= children;
            return children * (_ofEach - entered);
        }
    }

    // Whoever asked for the figures first may come second.
    private void Share(double ran)
    {
        if (ran > _ran)
        {
            _ofEach += _children > 0 ? (ran - _ran) / _children : 0;
            _ran = ran;
        }
    }
}
