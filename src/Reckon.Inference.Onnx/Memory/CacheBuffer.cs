namespace Reckon.Inference.Onnx.Memory;

/// <summary>Memory from <see cref="ICacheMemory.Allocate"/>.</summary>
/// <param name="address">Where it begins. On a device this is no address of the process.</param>
/// <param name="length">Its bytes.</param>
/// <param name="free">Gives it back.</param>
internal sealed class CacheBuffer(nint address, long length, Action free) : IDisposable
{
    private Action? _free = free;

    public nint Address => address;

    public long Length => length;

    /// <summary>As many buffers as are asked for, or none where the memory does not hold all.</summary>
    public static CacheBuffer[] Allocate(ICacheMemory memory, int count, long length)
    {
        List<CacheBuffer> buffers = [];
        try
        {
            while (buffers.Count < count)
            {
                buffers.Add(memory.Allocate(length));
            }

            return [.. buffers];
        }
        catch
        {
            buffers.ForEach(buffer => buffer.Dispose()); // Who asked tries again with less.
            throw;
        }
    }

    public void Dispose()
    {
        _free?.Invoke();
        _free = null;
    }
}
