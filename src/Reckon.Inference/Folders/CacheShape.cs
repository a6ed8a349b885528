namespace Reckon.Inference.Folders;

/// <summary>The KV cache of a model that has one buffer for past and present.</summary>
/// <param name="Layers">Layers.</param>
/// <param name="Heads">Key and value heads per layer.</param>
/// <param name="HeadSize">Numbers per head and token.</param>
public sealed record CacheShape(int Layers, int Heads, int HeadSize);
