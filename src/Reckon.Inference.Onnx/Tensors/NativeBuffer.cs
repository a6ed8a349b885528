using System.Runtime.InteropServices;

namespace Reckon.Inference.Onnx.Tensors;

/// <summary>Memory that does not move, all zeros at first.</summary>
internal sealed unsafe class NativeBuffer<T> : IDisposable
    where T : unmanaged
{
    private const nuint Alignment = 64; // A cache line, and the widest vector.
    private readonly void* _memory;
    private void* _allocation;

    public NativeBuffer(long count)
    {
        Count = count;
        // Zeroed by the system page by page, when touched: most buffers are made for the worst case and never filled.
        _allocation = NativeMemory.AllocZeroed((nuint)(count * sizeof(T)) + Alignment);
        _memory = (void*)(((nuint)_allocation + Alignment - 1) & ~(Alignment - 1));
    }

    public long Count { get; }

    /// <summary>The address of an element.</summary>
    public nint AddressOf(long index) => (nint)((T*)_memory + index);

    public Span<T> Slice(long start, int length)
    {
        if (start < 0 || length < 0 || start + length > Count)
        {
            throw new ArgumentOutOfRangeException(nameof(start), start, $"The buffer has {Count} elements; {length} were asked for.");
        }

        return new Span<T>((T*)_memory + start, length);
    }

    public void Dispose()
    {
        NativeMemory.Free(_allocation);
        _allocation = null;
    }
}
