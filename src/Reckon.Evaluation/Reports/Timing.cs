using System.Text.Json.Serialization;
using Reckon.Search.Running;

namespace Reckon.Evaluation.Reports;

/// <summary>How long a sweep took, and on what. Kept separate from everything else, because it differs each time.</summary>
/// <param name="WallSeconds">From start to end, waiting included.</param>
/// <param name="GeneratedTokens">Tokens that were drawn in this time; what was reused from before does not count.</param>
/// <param name="ReplayedTokens">Tokens of known prefixes that the proposer recomputed.</param>
/// <param name="JudgedTokens">Tokens that the verifier computed, prompts and prefixes included.</param>
/// <param name="TokensPerSecond">Generated tokens by wall seconds.</param>
/// <param name="ProposerSeconds">Time inside the runtime's runs of the proposer, all workers together.</param>
/// <param name="VerifierSeconds">Time inside the runtime's runs of the verifier, all workers together.</param>
/// <param name="Cores">Processor cores of the machine that wrote this.</param>
/// <param name="Workers">Workers at the end.</param>
/// <param name="IsRepeatable">
/// Whether the models, when they were loaded, gave the same bits in any batch. Where not, results may depend on timing.
/// </param>
public sealed record Timing(
    double WallSeconds,
    long GeneratedTokens,
    long ReplayedTokens,
    long JudgedTokens,
    double TokensPerSecond,
    double ProposerSeconds,
    double VerifierSeconds,
    int Cores,
    int Workers,
    bool IsRepeatable)
{
    /// <summary>Prompt tokens that the proposer computed.</summary>
    public long PrefilledTokens { get; init; }

    /// <summary>Tokens of prompts and prefixes that the proposer took from its cache.</summary>
    public long CachedTokens { get; init; }

    /// <summary>Tokens of prompts and prefixes that the verifier took from its cache.</summary>
    public long VerifierCachedTokens { get; init; }

    /// <summary>
    /// What servers did by their own count, over all runs of the sweep, with what that costs in the currency of the models' prices; null where
    /// all models run here.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ServerUsage? ServerUsage { get; init; }

    /// <summary>Floating-point operations of the proposer: 2 · parameters · tokens that it computed.</summary>
    public double ProposerFlops { get; init; }

    /// <summary>Floating-point operations of both models.</summary>
    public double Flops { get; init; }
}
