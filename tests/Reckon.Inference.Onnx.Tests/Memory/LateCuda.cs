using System.Runtime.InteropServices;
using Reckon.Inference.Onnx.Memory;

namespace Reckon.Inference.Onnx.Tests.Memory;

/// <summary>
/// CUDA's rules over the machine's own memory. Nothing that is copied is there before somebody waits for it, as on a device that is slow.
/// </summary>
internal sealed unsafe class LateCuda(int device, long bytes = long.MaxValue) : ICuda
{
    private const int OutOfMemory = 2;
    private const int InvalidValue = 1;
    private readonly Queue<Action> _late = [];
    private readonly Dictionary<nint, long> _allocated = [];
    private int _device = -1;

    /// <summary>Bytes that are allocated.</summary>
    public long Allocated => _allocated.Values.Sum();

    public int SetDevice(int number)
    {
        _device = number;
        return 0;
    }

    public int Allocate(out nint address, nuint length)
    {
        address = 0;
        if (_device != device || Allocated + (long)length > bytes)
        {
            return OutOfMemory;
        }

        address = (nint)NativeMemory.Alloc(length);
        _allocated.Add(address, (long)length);
        new Span<byte>((void*)address, (int)length).Fill(0xFF); // Not a number, until it is cleared.
        return 0;
    }

    public int Free(nint address)
    {
        Synchronize();
        _allocated.Remove(address);
        NativeMemory.Free((void*)address);
        return 0;
    }

    public int Copy(nint target, nuint targetPitch, nint source, nuint sourcePitch, nuint width, nuint height)
    {
        if (_device != device || width > targetPitch || width > sourcePitch)
        {
            return InvalidValue;
        }

        _late.Enqueue(() =>
        {
            for (var row = 0; row < (int)height; row++)
            {
                Row(source, row, sourcePitch, width).CopyTo(Row(target, row, targetPitch, width));
            }
        });
        return 0;
    }

    public int Clear(nint target, nuint pitch, nuint width, nuint height)
    {
        if (_device != device || width > pitch)
        {
            return InvalidValue;
        }

        _late.Enqueue(() =>
        {
            for (var row = 0; row < (int)height; row++)
            {
                Row(target, row, pitch, width).Clear();
            }
        });
        return 0;
    }

    public int Synchronize()
    {
        while (_late.TryDequeue(out var work))
        {
            work();
        }

        return 0;
    }

    public int Memory(out nuint free, out nuint total)
    {
        (free, total) = ((nuint)(bytes - Allocated), (nuint)bytes);
        return 0;
    }

    public string Describe(int code) => code == OutOfMemory ? "out of memory" : "invalid argument";

    private static Span<byte> Row(nint address, int row, nuint pitch, nuint width) => new((byte*)address + (row * (nint)pitch), (int)width);
}
