namespace Reckon.Inference.Engines;

/// <summary>What an engine has done since it was opened.</summary>
/// <param name="PrefilledTokens">Tokens read by runs of several tokens: prompts, and all that a verifier reads.</param>
/// <param name="ReplayedTokens">Tokens of prefixes that were read again to rebuild the KV cache.</param>
/// <param name="GeneratedTokens">Tokens sampled.</param>
/// <param name="ScoredSteps">Steps that a verifier scored.</param>
/// <param name="DecodeSteps">Decode steps.</param>
/// <param name="DecodedRows">Rows of all decode steps together.</param>
/// <param name="ModelSeconds">Time inside the model's runs.</param>
/// <param name="BusySeconds">Time with something to do, runs included.</param>
/// <param name="TotalSeconds">Time since it was opened.</param>
public sealed record EngineMetrics(
    long PrefilledTokens,
    long ReplayedTokens,
    long GeneratedTokens,
    long ScoredSteps,
    long DecodeSteps,
    long DecodedRows,
    double ModelSeconds,
    double BusySeconds,
    double TotalSeconds)
{
    /// <summary>Tokens that requests began with: prompts and prefixes, whether they were cached or had to be read.</summary>
    public long LookedUpTokens { get; init; }

    /// <summary>Of <see cref="LookedUpTokens"/>, those that were restored from the prefix cache.</summary>
    public long RestoredTokens { get; init; }

    /// <summary>Tokens that the prefix cache holds now.</summary>
    public long CachedTokens { get; init; }

    /// <summary>Cached chunks that made room for others.</summary>
    public long EvictedPrefixes { get; init; }

    /// <summary>Requests that have begun.</summary>
    public long StartedRequests { get; init; }

    /// <summary>Children, or continuations to be scored, that have begun.</summary>
    public long StartedChildren { get; init; }

    /// <summary>Time that those requests waited before they began, all together.</summary>
    public double QueueSeconds { get; init; }

    /// <summary>Time inside decode steps, prompts not included.</summary>
    public double StepSeconds { get; init; }

    /// <summary>Runs that found no memory, and were made again with less.</summary>
    public long MemoryShortages { get; init; }

    /// <summary>Runs that failed for another reason.</summary>
    public long FailedRuns { get; init; }

    /// <summary>Restored tokens over looked-up tokens; 0 before the first.</summary>
    public double HitRate => LookedUpTokens == 0 ? 0 : (double)RestoredTokens / LookedUpTokens;

    /// <summary>Mean rows of a decode step; 0 before the first.</summary>
    public double MeanBatch => DecodeSteps == 0 ? 0 : (double)DecodedRows / DecodeSteps;
}
