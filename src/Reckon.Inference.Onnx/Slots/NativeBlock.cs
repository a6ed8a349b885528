using System.Runtime.InteropServices;

namespace Reckon.Inference.Onnx;

/// <summary>Memory that does not move, all zeros at first.</summary>
internal sealed unsafe class NativeBlock<T> : IDisposable
    where T : unmanaged
{
    private const nuint Alignment = 64; // A cache line, and the widest vector.
    private void* _memory;

    public NativeBlock(long count)
    {
        Count = count;
        _memory = NativeMemory.AlignedAlloc((nuint)(count * sizeof(T)), Alignment);
        NativeMemory.Clear(_memory, (nuint)(count * sizeof(T)));
    }

    public long Count { get; }

    /// <summary>The address of an element.</summary>
    public nint AddressOf(long index) => (nint)((T*)_memory + index);

    public Span<T> Slice(long start, int length)
    {
        if (start < 0 || length < 0 || start + length > Count)
        {
            throw new ArgumentOutOfRangeException(nameof(start), start, $"The block has {Count} elements; {length} were asked for.");
        }

        return new Span<T>((T*)_memory + start, length);
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}
