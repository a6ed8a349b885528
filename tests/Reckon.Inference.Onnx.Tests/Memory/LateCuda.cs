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
    private readonly Dictionary<int, int> _devices = []; // By thread; 0 where nothing was said.

    /// <summary>Bytes that are allocated.</summary>
    public long Allocated => _allocated.Values.Sum();

    /// <summary>Whether each call but that for the device fails, for another reason than memory.</summary>
    public bool IsBroken { get; init; }

    public int SetDevice(int number)
    {
        _devices[Environment.CurrentManagedThreadId] = number;
        return 0;
    }

    private bool IsOther => IsBroken || _devices.GetValueOrDefault(Environment.CurrentManagedThreadId) != device;

    public int Allocate(out nint address, nuint length)
    {
        address = 0;
        if (IsOther || Allocated + (long)length > bytes)
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
        if (Synchronize() is var fault and not 0)
        {
            return fault;
        }

        _allocated.Remove(address);
        NativeMemory.Free((void*)address);
        return 0;
    }

    public int Copy(nint target, nuint targetPitch, nint source, nuint sourcePitch, nuint width, nuint height)
    {
        if (IsOther || width > targetPitch || width > sourcePitch)
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

    public int Clear(nint address, nuint length) => Clear(address, length, length, height: 1);

    public int Clear(nint target, nuint pitch, nuint width, nuint height)
    {
        if (IsOther || width > pitch)
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
        if (IsOther)
        {
            return InvalidValue; // Another device is done, and this one is not.
        }

        while (_late.TryDequeue(out var work))
        {
            work();
        }

        return 0;
    }

    public int Memory(out nuint free, out nuint total)
    {
        (free, total) = ((nuint)(bytes - Allocated), (nuint)bytes);
        return IsOther ? InvalidValue : 0;
    }

    public string Describe(int code) => code == OutOfMemory ? "out of memory" : "invalid argument";

    private static Span<byte> Row(nint address, int row, nuint pitch, nuint width) => new((byte*)address + (row * (nint)pitch), (int)width);
}
