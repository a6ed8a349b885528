using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Inference.Onnx;

/// <summary>The memory of the device that models run on.</summary>
public static class DeviceMemory
{
    /// <summary>Whether a KV cache of this shape is in the device's memory, and not in the machine's.</summary>
    public static bool HoldsCache(OnnxExecutionOptions execution, CacheShape cache) => CacheMemory.IsOnDevice(execution, cache);

    /// <summary>
    /// Bytes that models may take: the machine's for the processor, what is free on a CUDA device for <see cref="ExecutionProvider.Cuda"/>. Null
    /// where nothing is known: opening a model says then what is missing.
    /// </summary>
    public static long? AvailableBytes(OnnxExecutionOptions execution)
    {
        try
        {
            return execution.Provider == ExecutionProvider.Cpu
                ? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes
                : CacheMemory.FreeBytes(execution);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
