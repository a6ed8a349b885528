namespace Reckon.Inference.Engines;

/// <summary>What an engine has done since it was opened.</summary>
/// <param name="PrefilledTokens">Tokens read by multi-token runs: prompts, and all that a verifier reads.</param>
/// <param name="ReplayedTokens">Tokens of a prefix that were read again to rebuild its state.</param>
/// <param name="GeneratedTokens">Tokens drawn.</param>
/// <param name="ScoredSteps">Steps that a verifier scored.</param>
/// <param name="DecodeSteps">Batched steps.</param>
/// <param name="DecodedRows">Rows of all batched steps together.</param>
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
    /// <summary>Tokens that requests began with: prompts and prefixes, whether they were kept or had to be read.</summary>
    public long LookedUpTokens { get; init; }

    /// <summary>Of <see cref="LookedUpTokens"/>, those that were taken from what earlier requests had left, instead of being read again.</summary>
    public long RestoredTokens { get; init; }

    /// <summary>Tokens kept now for requests to come.</summary>
    public long CachedTokens { get; init; }

    /// <summary>Prefixes that had to make room for others.</summary>
    public long EvictedPrefixes { get; init; }

    /// <summary>Requests that have begun.</summary>
    public long StartedRequests { get; init; }

    /// <summary>Children, or continuations to be scored, that have begun.</summary>
    public long StartedChildren { get; init; }

    /// <summary>Time that those requests waited before, all together.</summary>
    public double QueueSeconds { get; init; }

    /// <summary>Time inside batched steps; prompts are not among it.</summary>
    public double StepSeconds { get; init; }

    /// <summary>Runs that found no memory, and were made again with less.</summary>
    public long MemoryShortages { get; init; }

    /// <summary>Runs that failed for another reason.</summary>
    public long FailedRuns { get; init; }

    /// <summary>Share of the tokens that requests began with that did not have to be read; 0 before the first.</summary>
    public double HitRate => LookedUpTokens == 0 ? 0 : (double)RestoredTokens / LookedUpTokens;

    /// <summary>Mean rows of a batched step; 0 before the first.</summary>
    public double MeanBatch => DecodeSteps == 0 ? 0 : (double)DecodedRows / DecodeSteps;
}
