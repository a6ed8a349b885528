using Microsoft.ML.OnnxRuntime;

namespace Reckon.Inference.Onnx.Memory;

/// <summary>The memory that KV caches are in: the machine's own, or a device's. For one thread at a time.</summary>
internal interface ICacheMemory
{
    /// <summary>What the runtime calls it.</summary>
    OrtMemoryInfo Info { get; }

    /// <summary>Memory that does not move, all zeros, of <paramref name="length"/> bytes.</summary>
    /// <exception cref="Reckon.Inference.Engines.DeviceMemoryException">There is not as much.</exception>
    CacheBuffer Allocate(long length);

    /// <summary>Copies <paramref name="count"/> pieces of <paramref name="length"/> bytes. Source and target do not overlap.</summary>
    void Copy(Pieces source, Pieces target, int length, int count);

    /// <summary>Fills <paramref name="count"/> pieces of <paramref name="length"/> bytes with zeros.</summary>
    void Clear(Pieces target, int length, int count);

    /// <summary>Returns when a run may read what was copied.</summary>
    void Settle();
}
