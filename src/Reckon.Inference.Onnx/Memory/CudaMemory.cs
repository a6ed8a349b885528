using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Engines;

namespace Reckon.Inference.Onnx.Memory;

/// <summary>
/// A CUDA device's memory: rows are forked, kept and restored where they are, and nothing of them crosses the bus.
/// </summary>
/// <param name="cuda">CUDA's runtime.</param>
/// <param name="device">The device's number.</param>
/// <param name="info">What ONNX Runtime calls the memory.</param>
internal sealed class CudaMemory(ICuda cuda, int device, OrtMemoryInfo info) : ICacheMemory
{
    private const int OutOfMemory = 2; // cudaErrorMemoryAllocation.
    private bool _isCopying; // ONNX Runtime's streams do not wait for copies, which are in the stream of all.

    public OrtMemoryInfo Info => info;

    /// <summary>Bytes that are free on the device.</summary>
    /// <exception cref="InvalidOperationException">The device does not answer.</exception>
    public long FreeBytes()
    {
        TakeDevice();
        Check(cuda.Memory(out var free, out _), "cudaMemGetInfo");
        return (long)free;
    }

    public CacheBuffer Allocate(long length)
    {
        TakeDevice();
        Check(cuda.Allocate(out var address, (nuint)Math.Max(length, 1)), "cudaMalloc");
        var buffer = new CacheBuffer(address, length, () => Free(address));
        try
        {
            Check(cuda.Clear(address, (nuint)length), "cudaMemset");
            _isCopying = true;
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public void Copy(Pieces source, Pieces target, int length, int count)
    {
        source.ThrowUnlessWithin(length, count);
        target.ThrowUnlessWithin(length, count);
        if (length > 0)
        {
            TakeDevice();
            _isCopying = true;
            Check(
                cuda.Copy(target.Address, (nuint)target.Pitch, source.Address, (nuint)source.Pitch, (nuint)length, (nuint)count), "cudaMemcpy2D");
        }
    }

    public void Clear(Pieces target, int length, int count)
    {
        target.ThrowUnlessWithin(length, count);
        if (length > 0)
        {
            TakeDevice();
            _isCopying = true;
            Check(cuda.Clear(target.Address, (nuint)target.Pitch, (nuint)length, (nuint)count), "cudaMemset2D");
        }
    }

    public void Settle()
    {
        if (_isCopying)
        {
            TakeDevice();
            Check(cuda.Synchronize(), "cudaStreamSynchronize");
            _isCopying = false;
        }
    }

    private void Free(nint address)
    {
        _ = cuda.SetDevice(device); // What cannot be given back goes with the process.
        _ = cuda.Free(address);
    }

    // A thread has a device of its own, and an engine is opened by another one than it runs on.
    private void TakeDevice() => Check(cuda.SetDevice(device), "cudaSetDevice");

    private void Check(int code, string call)
    {
        if (code != 0)
        {
            var fault = new InvalidOperationException($"{call} on device {device}: {cuda.Describe(code)}");
            throw code == OutOfMemory ? new DeviceMemoryException(fault) : fault; // Less work helps against the one, and not against others.
        }
    }
}
