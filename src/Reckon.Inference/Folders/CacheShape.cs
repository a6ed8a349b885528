namespace Reckon.Inference.Folders;

/// <summary>The keys and values of a model with one buffer for past and present.</summary>
/// <param name="Layers">Layers.</param>
/// <param name="Heads">Key and value heads a layer.</param>
/// <param name="HeadSize">Numbers a head and token.</param>
public sealed record CacheShape(int Layers, int Heads, int HeadSize);
