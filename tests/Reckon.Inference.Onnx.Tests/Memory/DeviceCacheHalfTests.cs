using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Tests.Users;

namespace Reckon.Inference.Onnx.Tests.Memory;

/// <summary>All that a model must do, with its cache behind CUDA's calls, which are late.</summary>
public sealed class DeviceCacheHalfTests() : TinyModelKit("genai-fp16", 0.03)
{
    private protected override ICacheMemory Memory { get; } = new CudaMemory(new LateCuda(1), 1, OrtMemoryInfo.DefaultInstance);
}
