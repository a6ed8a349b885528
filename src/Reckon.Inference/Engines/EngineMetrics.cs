namespace Reckon.Inference;

/// <summary>What an engine has done since it was opened.</summary>
/// <param name="PrefilledTokens">Tokens read by multi-token runs: prompts, and all that a verifier reads.</param>
/// <param name="ReplayedTokens">Tokens of a prefix that were read again to rebuild its state.</param>
/// <param name="GeneratedTokens">Tokens drawn.</param>
/// <param name="ScoredSteps">Steps that a verifier scored.</param>
/// <param name="DecodeSteps">Batched steps.</param>
/// <param name="DecodedRows">Rows of all batched steps together.</param>
/// <param name="Forks">Prefixes copied from slot to slot.</param>
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
    long Forks,
    double ModelSeconds,
    double BusySeconds,
    double TotalSeconds)
{
    /// <summary>Tokens that began a request and were taken from what earlier requests had left, instead of being read again.</summary>
    public long RestoredTokens { get; init; }

    /// <summary>Tokens kept now for requests to come.</summary>
    public long KeptTokens { get; init; }

    /// <summary>Prefixes that had to make room for others.</summary>
    public long EvictedPrefixes { get; init; }

    /// <summary>Requests that have begun.</summary>
    public long StartedRequests { get; init; }

    /// <summary>Time that those requests waited before, all together.</summary>
    public double QueueSeconds { get; init; }

    /// <summary>Share of the tokens that requests began with that did not have to be read; 0 before the first.</summary>
    public double HitRate => RestoredTokens == 0 ? 0 : (double)RestoredTokens / (RestoredTokens + PrefilledTokens + ReplayedTokens);

    /// <summary>Mean rows of a batched step; 0 before the first.</summary>
    public double MeanBatch => DecodeSteps == 0 ? 0 : (double)DecodedRows / DecodeSteps;
}
