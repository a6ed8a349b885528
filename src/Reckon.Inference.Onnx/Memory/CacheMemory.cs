using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Inference.Onnx.Memory;

/// <summary>Chooses where the KV cache of a model is.</summary>
internal static class CacheMemory
{
    private static ICuda? _cuda;

    /// <summary>
    /// The device's memory where CUDA runs the attention; else the machine's. GroupQueryAttention in single precision has no kernel there
    /// (ONNX Runtime 1.31): it runs on the processor, and would fetch the cache for every step.
    /// </summary>
    public static ICacheMemory For(OnnxExecutionOptions execution, CacheShape cache) => For(execution, cache, Find);

    /// <summary>The same, with CUDA's runtime from <paramref name="find"/>; null where there is none.</summary>
    public static ICacheMemory For(OnnxExecutionOptions execution, CacheShape cache, Func<ICuda?> find) =>
        IsWanted(execution, cache) && find() is { } cuda ? Of(cuda, execution.Device) : new HostMemory();

    /// <summary>Whether that is the device's.</summary>
    public static bool IsOnDevice(OnnxExecutionOptions execution, CacheShape cache) => IsWanted(execution, cache) && Find() is not null;

    /// <summary>Bytes that are free on the device; null where the cache is not there, and where nothing is known.</summary>
    /// <exception cref="InvalidOperationException">The device does not answer.</exception>
    public static long? FreeBytes(OnnxExecutionOptions execution) => FreeBytes(execution, Find);

    /// <summary>The same, with CUDA's runtime from <paramref name="find"/>.</summary>
    public static long? FreeBytes(OnnxExecutionOptions execution, Func<ICuda?> find) =>
        IsWanted(execution) && find() is { } cuda ? Of(cuda, execution.Device).FreeBytes() : null;

    private static bool IsWanted(OnnxExecutionOptions execution) => execution is { Provider: ExecutionProvider.Cuda, KeepsCacheOnDevice: true };

    private static bool IsWanted(OnnxExecutionOptions execution, CacheShape cache) =>
        IsWanted(execution) && (cache.IsHalf || cache.Layout == CacheLayout.Concat);

    // What is not found now may be later, when ONNX Runtime has loaded it from a place of its own.
    private static ICuda? Find() => _cuda ??= CudaLibrary.TryLoad();

    private static CudaMemory Of(ICuda cuda, int device) =>
        new(cuda, device, new OrtMemoryInfo("Cuda", OrtAllocatorType.DeviceAllocator, device, OrtMemType.Default));
}
