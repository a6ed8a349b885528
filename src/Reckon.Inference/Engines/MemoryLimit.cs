namespace Reckon.Inference.Engines;

/// <summary>
/// How much may run at once. Halved when memory is short, and raised slowly afterwards. Each time that memory is short again, it takes
/// twice as many runs until the next rise, so that a machine with little memory is not brought to its limit over and over.
/// </summary>
/// <param name="least">What is always tried.</param>
/// <param name="most">What runs when memory suffices.</param>
internal sealed class MemoryLimit(int least, int most)
{
    /// <summary>Runs that must succeed before the first rise: some seconds of decode steps.</summary>
    internal const int FirstPatience = 256;

    private const int LastPatience = 65_536;
    private const int Rise = 8; // By an eighth.

    private readonly int _most = most;
    private int _patience = FirstPatience;
    private int _successes;

    public int Current { get; private set; } = most;

    /// <summary>Records that <paramref name="tried"/> did not fit. Returns whether there is less to try.</summary>
    public bool TryShrink(int tried)
    {
        if (tried <= least)
        {
            return false;
        }

        _patience = Current == _most ? FirstPatience : Math.Min(2 * _patience, LastPatience);
        (Current, _successes) = (Math.Max(least, tried / 2), 0);
        return true;
    }

    /// <summary>Records a run that fitted.</summary>
    public void Succeed()
    {
        if (Current < _most && ++_successes >= _patience)
        {
            (Current, _successes) = (Math.Min(_most, Current + Math.Max(1, Current / Rise)), 0);
        }
    }
}
