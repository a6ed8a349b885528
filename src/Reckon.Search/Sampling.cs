namespace Reckon.Search;

/// <summary>How continuations are drawn. Part of the spec: each of these changes results.</summary>
/// <param name="Temperature">Divides the logits before the softmax; above 0. At 0 the most likely token is taken.</param>
/// <param name="MaxStepTokens">Longest step, in tokens, its delimiter included; at least 1.</param>
/// <param name="MaxAnswerTokens">Longest whole answer, in tokens over all its steps; at least 1.</param>
public sealed record Sampling(double Temperature, int MaxStepTokens, int MaxAnswerTokens);
