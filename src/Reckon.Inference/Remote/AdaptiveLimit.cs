namespace Reckon.Inference.Remote;

/// <summary>
/// How many requests may be under way: one more for each full set that went well, half as many when the server is busy (additive
/// increase, multiplicative decrease; Chiu and Jain 1989).
/// </summary>
/// <param name="most">Never more.</param>
internal sealed class AdaptiveLimit(int most)
{
    private double _limit = most;

    /// <summary>Requests that may be under way now; at least 1.</summary>
    public int Current => (int)_limit;

    /// <summary>A request went well.</summary>
    public void Succeed() => _limit = Math.Min(most, _limit + (1 / _limit));

    /// <summary>The server has too much to do.</summary>
    public void BackOff() => _limit = Math.Max(1, _limit / 2);
}
