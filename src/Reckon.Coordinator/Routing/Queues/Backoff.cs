namespace Reckon.Coordinator.Routing.Queues;

/// <summary>How long a worker rests: one that fails again and again is tried less and less often.</summary>
/// <param name="First">After it was full, or failed once.</param>
/// <param name="Longest">After any number of failures, at most.</param>
internal readonly record struct Backoff(TimeSpan First, TimeSpan Longest)
{
    private const int MostDoublings = 16; // Keeps the product far from overflow; no pair of options is that far apart.

    /// <summary>The rest after that many failed sendings in a row; 0 for a worker that was full.</summary>
    public TimeSpan After(int failures)
    {
        var rest = First * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return rest < Longest ? rest : Longest;
    }
}
