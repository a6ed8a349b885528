using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Proposing;

/// <summary>A text, with the token that was just sampled for it.</summary>
/// <param name="Continuation">The text, and the children that write it.</param>
/// <param name="Token">The token.</param>
/// <param name="IsDone">Whether it was the last.</param>
internal readonly record struct SampledBranch(Continuation Continuation, int Token, bool IsDone);
