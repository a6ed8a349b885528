using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Inference.Onnx.Memory;

/// <summary>Chooses where the KV cache of a model is.</summary>
internal static class CacheMemory
{
    private static readonly Lazy<CudaLibrary?> _cuda = new(CudaLibrary.TryLoad);

    /// <summary>
    /// The device's memory where CUDA runs the attention; else the machine's. GroupQueryAttention in single precision has no kernel there
    /// (ONNX Runtime 1.31): it runs on the processor, and would fetch the cache for every step.
    /// </summary>
    public static ICacheMemory For(OnnxExecutionOptions execution, CacheShape cache) =>
        execution is { Provider: ExecutionProvider.Cuda, KeepsCacheOnDevice: true } && (cache.IsHalf || cache.Layout == CacheLayout.Concat)
            && _cuda.Value is { } cuda
            ? Of(cuda, execution.Device)
            : new HostMemory();

    /// <summary>Bytes that are free on the device; null where that is not known.</summary>
    public static long? FreeBytes(OnnxExecutionOptions execution) =>
        execution.Provider == ExecutionProvider.Cuda && _cuda.Value is { } cuda ? Of(cuda, execution.Device).FreeBytes() : null;

    private static CudaMemory Of(ICuda cuda, int device) =>
        new(cuda, device, new OrtMemoryInfo("Cuda", OrtAllocatorType.DeviceAllocator, device, OrtMemType.Default));
}
