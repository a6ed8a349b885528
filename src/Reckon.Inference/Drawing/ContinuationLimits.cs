using Reckon.Search;

namespace Reckon.Inference;

/// <summary>How far a continuation may go.</summary>
/// <param name="Extent">A step, or to the end.</param>
/// <param name="Temperature">At which tokens are drawn; at least 0.</param>
/// <param name="MaxStepTokens">Longest step, its delimiter included.</param>
/// <param name="RoomTokens">Tokens left on this path, by the answer's limit and the model's context; at least 1.</param>
internal readonly record struct ContinuationLimits(Extent Extent, double Temperature, int MaxStepTokens, int RoomTokens);
