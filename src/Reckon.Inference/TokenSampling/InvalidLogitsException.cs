namespace Reckon.Inference.TokenSampling;

/// <summary>
/// A model returned numbers from which nothing can be sampled or judged. A repeated request fails the same way: the model or its
/// input is at fault.
/// </summary>
public sealed class InvalidLogitsException(string message) : InvalidOperationException(message);
