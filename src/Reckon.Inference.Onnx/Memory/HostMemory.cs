using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Memory;

/// <summary>The machine's own memory.</summary>
internal sealed class HostMemory : ICacheMemory
{
    public OrtMemoryInfo Info => OrtMemoryInfo.DefaultInstance;

    public CacheBuffer Allocate(long length)
    {
        var buffer = new NativeBuffer<byte>(length);
        return new CacheBuffer(buffer.AddressOf(0), length, buffer.Dispose);
    }

    public void Copy(Pieces source, Pieces target, int length, int count)
    {
        source.ThrowUnlessWithin(length, count);
        target.ThrowUnlessWithin(length, count);
        for (var piece = 0; piece < count; piece++)
        {
            At(source, piece, length).CopyTo(At(target, piece, length));
        }
    }

    public void Clear(Pieces target, int length, int count)
    {
        target.ThrowUnlessWithin(length, count);
        for (var piece = 0; piece < count; piece++)
        {
            At(target, piece, length).Clear();
        }
    }

    public void Settle()
    {
        // It is there.
    }

    private static unsafe Span<byte> At(Pieces pieces, int piece, int length) => new((byte*)pieces.Address + (piece * pieces.Pitch), length);
}
