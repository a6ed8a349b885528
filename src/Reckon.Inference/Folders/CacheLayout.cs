namespace Reckon.Inference.Folders;

/// <summary>How a model's graph takes its KV cache and gives it back.</summary>
public enum CacheLayout
{
    /// <summary>In one buffer for past and present, as GroupQueryAttention writes it in place.</summary>
    SharedBuffer,

    /// <summary>The past goes in, and comes out longer: keys and values are joined by Concat.</summary>
    Concat,
}
