namespace Reckon.Inference.Folders;

/// <summary>The KV cache of a model.</summary>
/// <param name="Layers">Layers.</param>
/// <param name="Heads">Key and value heads per layer.</param>
/// <param name="HeadSize">Numbers per head and token.</param>
public sealed record CacheShape(int Layers, int Heads, int HeadSize)
{
    /// <summary>How a run takes it and gives it back. Default: one buffer for past and present.</summary>
    public CacheLayout Layout { get; init; }

    /// <summary>Whether its numbers have half precision. Default: single.</summary>
    public bool IsHalf { get; init; }

    /// <summary>Bytes of a number.</summary>
    public int NumberBytes => IsHalf ? 2 : sizeof(float);

    /// <summary>Bytes of all layers for a token.</summary>
    public long TokenBytes => 2L * Layers * Heads * HeadSize * NumberBytes;
}
