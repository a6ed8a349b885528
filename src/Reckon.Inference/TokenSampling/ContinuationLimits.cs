using Reckon.Search;

namespace Reckon.Inference.TokenSampling;

/// <summary>How a continuation is sampled, and how long it may get.</summary>
/// <param name="Extent">A step, or to the end.</param>
/// <param name="Sampling">How tokens are sampled, and how long a step may be.</param>
/// <param name="RoomTokens">Tokens left on this path, by the answer's limit and the model's context; at least 1.</param>
internal readonly record struct ContinuationLimits(Extent Extent, Sampling Sampling, int RoomTokens);
