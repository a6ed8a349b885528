using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Proposing;

/// <summary>A text after a draw.</summary>
/// <param name="Continuation">The text, and who writes it.</param>
/// <param name="Token">The token that was drawn.</param>
/// <param name="IsDone">Whether it was the last.</param>
internal readonly record struct SampledBranch(Continuation Continuation, int Token, bool IsDone);
