using System.Collections.Immutable;

namespace Reckon.Inference.Folders;

/// <summary>What a model's graph says of itself.</summary>
/// <param name="Cache">Its KV cache; the head size is 0 where the graph gives it a name only.</param>
/// <param name="Runs">What a run needs.</param>
/// <param name="Output">The output that is read: logits, or values at every position.</param>
/// <param name="Width">Numbers a position of that output.</param>
/// <param name="Parameters">Weights, those of rotary tables left out.</param>
/// <param name="RotaryTokens">Positions that its rotary tables cover; 0 where it has none.</param>
/// <param name="DataFiles">The files with its weights, relative to its own.</param>
public sealed record GraphFacts(
    CacheShape Cache, RunShape Runs, string Output, int Width, long Parameters, int RotaryTokens, ImmutableArray<string> DataFiles)
{
    /// <summary>How precise its numbers are: what a comparison of two ways to the same logits may differ by.</summary>
    public double Tolerance { get; init; } = 1e-3;
}
