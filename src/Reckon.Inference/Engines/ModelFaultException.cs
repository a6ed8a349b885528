namespace Reckon.Inference.Engines;

/// <summary>A model's run failed under a request. The engine continues; a repeated request, here or elsewhere, may succeed.</summary>
public sealed class ModelFaultException(string model, Exception cause)
    : InvalidOperationException($"The model '{model}' failed: {cause.Message}", cause)
{
    /// <summary>The model's name.</summary>
    public string Model { get; } = model;
}
